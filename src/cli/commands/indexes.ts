import { readFileSync } from 'node:fs';
import { parseIndex } from '../../match/pack.ts';
import type { MatchIndex } from '../../match/types.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { CliTrouble } from '../trouble.ts';
import { TROUBLE } from '../trouble-strings.ts';

/**
 * Join the built-in index with those that the reader names; of an id that stands in several, the last one counts.
 *
 * @param only whether to leave the built-in one out
 */
export function openIndexes(knowledge: () => Knowledge, paths: readonly string[], only: boolean): MatchIndex {
  if (only && paths.length === 0) throw new CliTrouble(TROUBLE.needsIndex);
  const all = [...(only ? [] : [knowledge().index()]), ...paths.map(readIndex)];
  const entries = new Map(all.flatMap((index) => index.entries.map((entry) => [entry[0], entry] as const)));
  return { format: 1, entries: [...entries.values()].sort((a, b) => (a[0] < b[0] ? -1 : 1)) };
}

function readIndex(path: string): MatchIndex {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new CliTrouble(TROUBLE.noIndex(path, (error as Error).message));
  }
  try {
    return parseIndex(JSON.parse(text));
  } catch (error) {
    throw new CliTrouble(`${path}: ${(error as Error).message}`);
  }
}
