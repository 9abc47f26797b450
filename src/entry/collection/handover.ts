/** An entry that the loader has stored. */
export interface StoredEntry {
  id: string;
  /** Of all that it depends on. */
  digest: string;
  /** Path of the file that holds it, see `unpackEntry`. */
  packed: string;
}

/** The loader is bundled apart from the integrations of the build; both see this key of the one process. */
const KEY = Symbol.for('fixrate.entries');

const shared = globalThis as { [KEY]?: readonly StoredEntry[] };

/** Tell the integrations which entries this build has. */
export function offerEntries(entries: readonly StoredEntry[]): void {
  shared[KEY] = entries;
}

/**
 * Take the entries of this build, sorted by id.
 *
 * @throws Error if none were loaded
 */
export function takeEntries(): readonly StoredEntry[] {
  const entries = shared[KEY];
  if (entries === undefined) throw new Error('no entries were loaded: the collection `errors` loads them');
  return entries;
}
