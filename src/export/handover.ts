import type { Entry } from '../entry/entry.ts';

type Entries = () => AsyncIterable<Entry>;

/** Pages are bundled apart from the integrations of the build; both see this key of the one process. */
const KEY = Symbol.for('fixrate.entries');

const shared = globalThis as { [KEY]?: Entries };

/** Offer the entries, as the pages of this build have them, to the integrations. */
export function offerEntries(entries: Entries): void {
  shared[KEY] = entries;
}

/**
 * Go through the entries that a page offered.
 *
 * @throws Error if no page did
 */
export function takeEntries(): AsyncIterable<Entry> {
  const entries = shared[KEY];
  if (entries === undefined) throw new Error('no page offered its entries: /v1/evidence.json does');
  return entries();
}
