import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Entry } from '../entry/entry.ts';
import type { SiteAddress } from '../server/address.ts';
import { exportFiles } from './files.ts';

/**
 * Write the exports of all entries below a directory. One pass with plain writes: as routes of the
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
  for await (const entry of entries) {
    for (const file of exportFiles(entry.id, () => entry, site)) {
      const path = join(directory, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.render());
      count++;
    }
  }
  return count;
}
