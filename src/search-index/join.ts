import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file of an index that names its languages. */
const ENTRY = 'pagefind-entry.json';

interface Entry {
  languages: Record<string, unknown>;
}

/** An index of one language to join. */
export interface Joined {
  folder: string;
  /** Whether its own files, see `ownFiles`, stand in the target already. */
  isThere: boolean;
}

/**
 * Join indexes of one language each to one of all: the same files as if Pagefind had indexed all pages at once. Files of a
 * language have its name in theirs.
 *
 * @param indexes in order
 * @param target folder to write; it holds nothing else
 */
export function joinIndexes(indexes: readonly Joined[], target: string): void {
  mkdirSync(target, { recursive: true });
  for (const { folder, isThere } of indexes)
    for (const item of readdirSync(folder, { withFileTypes: true }))
      if (!(isThere && item.isDirectory()))
        cpSync(join(folder, item.name), join(target, item.name), { recursive: true });
  const entries = indexes.map(({ folder }) => JSON.parse(readFileSync(join(folder, ENTRY), 'utf8')) as Entry);
  const languages = entries.flatMap((entry) => Object.entries(entry.languages));
  const sorted = Object.fromEntries(languages.sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(target, ENTRY), JSON.stringify({ ...entries[0], languages: sorted }));
}

/** List the files that an index of one language shares with no other, by path: all that lie in folders. */
export function ownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .flatMap(({ name }) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`));
}
