import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MatchManifest } from '../../export/match/match-index.ts';
import type { PublishedEntry } from '../../export/schema/entry.ts';
import type { PublishedLedger } from '../../export/schema/ledger.ts';
import { PATHS } from '../../export/urls.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { catalogueEntry, makeCatalogue } from '../knowledge/catalogue.ts';
import { CATALOGUE_FILE, exportPaths, INDEX_FILE, LEDGER_FILE } from '../knowledge/folder.ts';
import type { CatalogueEntry } from '../knowledge/knowledge.ts';

/** A file of the package. */
export interface PackageFile {
  path: string;
  text: string;
}

/**
 * Take what the command line reads from a built site.
 *
 * @param site directory of the built site
 * @param names names of the domains
 */
export function dataFiles(
  site: string,
  names: Readonly<Record<string, Record<Locale, string>>>,
): PackageFile[] {
  const read = (path: string): string => readFileSync(join(site, path), 'utf8');
  const listed: CatalogueEntry[] = [];
  // One entry at a time: all of them whole are several times what is packed.
  const files = read(PATHS.records)
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      // Single trials are most of an entry's bytes; the site has them. They come last, and null is put in their place.
      const text = line.replace(/\}$/, ',"results":null}');
      const entry = JSON.parse(text) as PublishedEntry;
      if (entry.withdrawn === null) listed.push(catalogueEntry(entry));
      const texts = LOCALES.flatMap((locale) => {
        const { markdown, verdict } = exportPaths(entry.id, locale);
        return [markdown, verdict].map((path) => ({ path, text: read(path) }));
      });
      return [{ path: exportPaths(entry.id, 'en').json, text }, ...texts];
    });
  const { index } = JSON.parse(read(PATHS.match)) as MatchManifest;
  const ledger = JSON.parse(read(PATHS.ledger)) as PublishedLedger;
  return [
    { path: CATALOGUE_FILE, text: JSON.stringify(makeCatalogue(listed, names)) },
    { path: INDEX_FILE, text: read(index) },
    { path: LEDGER_FILE, text: JSON.stringify(ledger.entries) },
    ...files,
  ];
}
