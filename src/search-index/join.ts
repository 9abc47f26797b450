import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file of an index that names its languages. */
const ENTRY = 'pagefind-entry.json';

interface Entry {
  languages: Record<string, unknown>;
}

/**
 * Join indexes of one language each to one of all: the same files as if Pagefind had indexed all pages at once. Files of a
 * language have its name in theirs.
 *
 * @param indexes folders, each with an index in order
 * @param target folder to write
 */
export function joinIndexes(indexes: readonly string[], target: string): void {
  rmSync(target, { recursive: true, force: true });
  for (const index of indexes) cpSync(index, target, { recursive: true });
  const entries = indexes.map((index) => JSON.parse(readFileSync(join(index, ENTRY), 'utf8')) as Entry);
  const languages = entries.flatMap((entry) => Object.entries(entry.languages));
  const sorted = Object.fromEntries(languages.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(target, ENTRY), JSON.stringify({ ...entries[0], languages: sorted }));
}
