import { keep } from '../../cache/kept.ts';
import type { SiteAddress } from '../../server/address.ts';
import { loadEntry } from '../load/entry.ts';
import type { Problem } from '../problems/problem.ts';
import { type Card, cardOf } from './card.ts';
import { packEntry } from './pack.ts';

/** An entry to read: plain data, so that it can be sent to a thread. */
export interface ReadTask {
  /** Content folder. */
  root: string;
  site: SiteAddress;
  id: string;
  /** Of all that the entry depends on. */
  digest: string;
  /** Path of the file that takes what its card leaves out. */
  kept: string;
}

/** What became of it. */
export interface Read {
  id: string;
  digest: string;
  /** Null where something is wrong with the entry; then nothing was written. */
  card: Card | null;
  problems: Problem[];
}

/** Read an entry, and keep what its card leaves out. */
export function readEntry({ root, site, id, digest, kept }: ReadTask): Read {
  const { entry, problems } = loadEntry(root, id, site);
  if (entry === null) return { id, digest, card: null, problems };
  keep(kept, packEntry(entry));
  return { id, digest, card: cardOf(entry), problems };
}
