import { createHash } from 'node:crypto';
import { packIndex } from '../../match/pack.ts';
import type { MatchInput } from '../../match/types.ts';

/** Where programs find the match index: a small file at a path that never changes. */
export const MATCH_MANIFEST = 'v1/match.json';

/** What `/v1/match.json` says: the name of the index holds a digest, so that it is fetched once for each state of it. */
export interface MatchManifest {
  format: 1;
  /** How many entries the index knows. */
  entries: number;
  /** Path of the index below the base of the site. */
  index: string;
}

/** A file to write, by its path below the base of the site. */
export interface MatchFile {
  path: string;
  text: string;
}

/** Make the index of what tells entries apart in a pasted text, and the file that names it. */
export function matchFiles(inputs: readonly MatchInput[]): MatchFile[] {
  const text = `${JSON.stringify(packIndex(inputs))}\n`;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const index = `assets/match.${digest}.json`;
  const manifest: MatchManifest = { format: 1, entries: inputs.length, index };
  return [
    { path: index, text },
    { path: MATCH_MANIFEST, text: `${JSON.stringify(manifest)}\n` },
  ];
}
