import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Entry } from '../entry/entry.ts';
import { toMatchInput } from '../match/entry-input.ts';
import type { MatchInput } from '../match/types.ts';
import type { SiteAddress } from '../server/address.ts';
import { aliasPaths, exportFiles } from './files.ts';
import { matchFiles } from './match/match-index.ts';

/**
 * Write the exports of all entries, and the match index over them, below a directory. One pass with plain writes: as routes of the
 * site, the same files took ten times the time.
 *
 * @returns how many files were written
 */
export async function writeExports(
  entries: AsyncIterable<Entry>,
  site: SiteAddress,
  directory: string,
): Promise<number> {
  let count = 0;
  const inputs: MatchInput[] = [];
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
    count++;
  };
  for await (const entry of entries) {
    for (const file of exportFiles(entry.id, () => entry, site)) {
      const text = file.render();
      for (const path of [file.path, ...aliasPaths(file, entry)]) write(path, text);
    }
    if (entry.facts.withdrawn === null) inputs.push(toMatchInput(entry.id, entry.facts));
  }
  for (const { path, text } of matchFiles(inputs)) write(path, text);
  return count;
}
