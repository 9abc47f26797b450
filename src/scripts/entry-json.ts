import type { PublishedEntry } from '../export/schema/entry.ts';

let fetched: Promise<PublishedEntry> | null = null;

/**
 * Fetch everything known of the entry of this page, once.
 *
 * @throws Error if it cannot be had; the next call tries again
 */
export function fetchEntry(): Promise<PublishedEntry> {
  fetched ??= read().catch((error: unknown) => {
    fetched = null;
    throw error;
  });
  return fetched;
}

async function read(): Promise<PublishedEntry> {
  const link = document.querySelector<HTMLLinkElement>('link[rel="alternate"][type="application/json"]');
  const response = await fetch(link?.href ?? '');
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return (await response.json()) as PublishedEntry;
}
