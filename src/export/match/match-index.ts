import { createHash } from 'node:crypto';
import { packIndex } from '../../match/pack.ts';
import { shardIndex } from '../../match/shards.ts';
import type { MatchInput } from '../../match/types.ts';
import { PATHS } from '../urls.ts';

/** A larger index is also published in parts, of which a browser fetches those that a text needs. */
const MOST_WHOLE = 2000;

/** What `/v1/match.json` says, a small file at a path that never changes: names of files hold a digest, so that each is fetched once for each state of it. */
export interface MatchManifest {
  format: 1;
  /** How many entries the index knows. */
  entries: number;
  /** Path of the whole index below the base of the site. */
  index: string;
  /** The same in parts: what says which of them a text needs, and each by its number; null for a small index. */
  parts: { router: string; shards: string[] } | null;
}

/** A file to write, by its path below the base of the site. */
export interface MatchFile {
  path: string;
  text: string;
}

/**
 * Make the index of what tells entries apart in a pasted text, and the file that names it.
 *
 * @param mostWhole entries from which on it is published in parts too.
 */
export function matchFiles(inputs: readonly MatchInput[], mostWhole = MOST_WHOLE): MatchFile[] {
  const packed = packIndex(inputs);
  const index = toFile(packed);
  const files = [index];
  let parts: MatchManifest['parts'] = null;
  if (inputs.length > mostWhole) {
    const sharded = shardIndex(packed);
    const router = toFile(sharded.router);
    const shards = sharded.shards.map(toFile);
    files.push(router, ...shards);
    parts = { router: router.path, shards: shards.map(({ path }) => path) };
  }
  const manifest: MatchManifest = { format: 1, entries: inputs.length, index: index.path, parts };
  return [...files, { path: PATHS.match, text: `${JSON.stringify(manifest)}\n` }];
}

/** Name a file by what it holds. */
function toFile(value: unknown): MatchFile {
  const text = `${JSON.stringify(value)}\n`;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { path: `assets/match.${digest}.json`, text };
}
