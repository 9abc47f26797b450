import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Page } from '@playwright/test';
import type { PublishedEntry } from '../../../src/export/schema/entry.ts';
import type { PublishedLedger } from '../../../src/export/schema/ledger.ts';
import { LOCALES, type Locale } from '../../../src/i18n/locales.ts';
import { bindRoutes, type PageRef } from '../../../src/i18n/routes.ts';
import { DIST } from './server.ts';

/** Routes relative to the base of the site, as `page.goto` takes them. */
const routes = bindRoutes({ origin: '', base: './' });

/** Every entry of the built site, read from its JSON. */
export const ENTRIES: PublishedEntry[] = builtFiles('.json')
  .filter((path) => /^[a-z0-9-]+\/[a-z0-9-]+\.json$/.test(path) && !/^(?:pagefind|v1)\//.test(path))
  .map((path) => ({ path, entry: JSON.parse(readBuilt(path)) as PublishedEntry }))
  // Under an id that an entry had before stands the same file.
  .filter(({ path, entry }) => path === `${entry.id}.json`)
  .map(({ entry }) => entry);

/** The entries that lists and search show: those that were not withdrawn. */
export const LISTED: PublishedEntry[] = ENTRIES.filter(({ withdrawn }) => withdrawn === null);

/** Every id and code, and what it leads to. */
export const LEDGER = JSON.parse(readBuilt('v1/ledger.json')) as PublishedLedger;

/** The entry that the tests of one page look at. */
export const ENTRY: PublishedEntry = oneEntry();

/** The entries with the smallest, the middle and the largest page: where what all pages do alike is tried. */
export const SPREAD: PublishedEntry[] = spread();

/** Path of a page, relative to the base. */
export function at(ref: PageRef, locale: Locale): string {
  return routes.path(ref, locale);
}

/** One page of every kind, in every language: where each rule for all pages is tried. */
export const KINDS: { name: string; path: string; locale: Locale }[] = LOCALES.flatMap((locale) => {
  const refs: PageRef[] = [
    { page: 'home' },
    { page: 'errors' },
    { page: 'domain', domain: ENTRY.domain },
    { page: 'facet', facet: 'category', value: ENTRY.category },
    { page: 'facets', facet: 'tag' },
    { page: 'dead-ends' },
    { page: 'new' },
    ...SPREAD.map(({ id }) => ({ page: 'entry' as const, id })),
    { page: 'trials', id: ENTRY.id },
    { page: 'evidence' },
    { page: 'offline' },
    { page: 'guides' },
    { page: 'guide', name: 'method' },
    { page: 'guide', name: 'terminal' },
    { page: 'guide', name: 'contributing' },
    { page: 'guide', name: 'linking' },
    { page: 'search' },
  ];
  return refs.map((ref) => ({
    name: `${nameOf(ref)}, ${locale}`,
    path: at(ref, locale),
    locale,
  }));
});

function nameOf(ref: PageRef): string {
  if (ref.page === 'entry') return ref.id;
  if (ref.page === 'guide') return ref.name;
  return ref.page;
}

/** Every file of the built site with this ending, as a path with slashes. */
export function builtFiles(ending: string): string[] {
  return readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(ending))
    .map((file) => relative(DIST, join(file.parentPath, file.name)).split(sep).join('/'))
    .sort();
}

/** Text of a file of the built site. */
export function readBuilt(path: string): string {
  return readFileSync(join(DIST, path), 'utf8');
}

/** Run a function over the document of every built page, in the browser's own parser, without its scripts. */
export function inEveryPage<T>(
  page: Page,
  look: (document: Document) => T,
): Promise<{ path: string; found: T }[]> {
  const pages = builtFiles('.html').map((path) => ({ path, html: readBuilt(path) }));
  return page.evaluate(
    ({ pages, source }) => {
      const run = new Function(`return (${source})`)() as (document: Document) => unknown;
      return pages.map(({ path, html }) => ({
        path,
        found: run(new DOMParser().parseFromString(html, 'text/html')),
      }));
    },
    { pages, source: look.toString() },
  ) as Promise<{ path: string; found: T }[]>;
}

function spread(): PublishedEntry[] {
  const bySize = ENTRIES.map((entry) => ({ entry, size: readBuilt(`${entry.id}/index.html`).length })).sort(
    (a, b) => a.size - b.size,
  );
  const places = new Set([0, Math.floor((bySize.length - 1) / 2), bySize.length - 1]);
  return [...places].flatMap((place) => bySize[place]?.entry ?? []);
}

function oneEntry(): PublishedEntry {
  const [entry] = ENTRIES;
  if (entry === undefined) throw new Error(`There is no entry in ${DIST}: build the site first.`);
  return entry;
}
