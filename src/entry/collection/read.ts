import { getCollection, getEntry as getStored } from 'astro:content';
import { readFileSync } from 'node:fs';
import { cacheFolder, keptPath } from '../../cache/kept.ts';
import type { Entry } from '../entry.ts';
import { contentRoot } from '../load/files.ts';
import type { Card } from './card.ts';
import { keptEntries } from './kept-entries.ts';
import { unpackEntry } from './pack.ts';

/** Entries kept whole at a time: the pages and exports of one entry are mostly made one after the other. */
const KEPT = 8;

const kept = new Map<string, { digest: string; entry: Entry }>();

/** Get the cards of all entries, sorted by id. */
export async function getCards(): Promise<Card[]> {
  const stored = await getCollection('errors');
  return stored.map(({ data }) => data).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Get the digests of all entries by id: an entry whose digest is the same shows the same. */
export async function getDigests(): Promise<Map<string, string>> {
  const stored = await getCollection('errors');
  return new Map(stored.map(({ id, digest }) => [id, String(digest)]));
}

/**
 * Get one entry whole.
 *
 * @throws Error if there is none with this id
 */
export async function getEntry(id: string): Promise<Entry> {
  const stored = await getStored('errors', id);
  if (stored === undefined) throw new Error(`there is no entry ${id}`);
  const digest = String(stored.digest);
  const known = kept.get(id);
  if (known?.digest === digest) return known.entry;
  const folder = keptEntries(cacheFolder(), import.meta.env.DEV);
  const entry = unpackEntry(contentRoot(), id, readFileSync(keptPath(folder, id, digest), 'utf8'));
  kept.set(id, { digest, entry });
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return entry;
}
