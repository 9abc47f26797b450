import { handover } from '../../process/handover.ts';

/** An entry that the loader has stored. */
export interface StoredEntry {
  id: string;
  /** Of all that it depends on. */
  digest: string;
  /** Path of the file that holds it, see `unpackEntry`. */
  packed: string;
}

/** From the loader to the integrations of the build. */
const handedOver = handover<readonly StoredEntry[]>('entries');

/** Tell the integrations which entries this build has. */
export function offerEntries(entries: readonly StoredEntry[]): void {
  handedOver.offer(entries);
}

/**
 * Take the entries of this build, sorted by id.
 *
 * @throws Error if none were loaded
 */
export function takeEntries(): readonly StoredEntry[] {
  const entries = handedOver.take();
  if (entries === undefined) throw new Error('no entries were loaded: the collection `errors` loads them');
  return entries;
}
