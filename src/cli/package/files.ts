import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MatchManifest } from '../../export/match/match-index.ts';
import type { PublishedEntry } from '../../export/schema/entry.ts';
import type { PublishedLedger } from '../../export/schema/ledger.ts';
import { PATHS } from '../../export/urls.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { catalogueEntry, makeCatalogue } from '../knowledge/catalogue.ts';
import { CATALOGUE_FILE, exportPaths, INDEX_FILE, LEDGER_FILE } from '../knowledge/folder.ts';

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
  const entries: PublishedEntry[] = [];
  const files = listIds(site).flatMap((id) => {
    const entry = JSON.parse(read(exportPaths(id, 'en').json)) as PublishedEntry;
    entries.push(entry);
    const texts = LOCALES.flatMap((locale) => {
      const { markdown, verdict } = exportPaths(id, locale);
      return [markdown, verdict].map((path) => ({ path, text: read(path) }));
    });
    // Single trials are most of an entry's bytes; the site has them.
    return [
      { path: exportPaths(id, 'en').json, text: JSON.stringify({ ...entry, results: null }) },
      ...texts,
    ];
  });
  const listed = entries.filter(({ withdrawn }) => withdrawn === null);
  const { index } = JSON.parse(read(PATHS.match)) as MatchManifest;
  const ledger = JSON.parse(read(PATHS.ledger)) as PublishedLedger;
  return [
    { path: CATALOGUE_FILE, text: JSON.stringify(makeCatalogue(listed.map(catalogueEntry), names)) },
    { path: INDEX_FILE, text: read(index) },
    { path: LEDGER_FILE, text: JSON.stringify(ledger.entries) },
    ...files,
  ];
}

/** The ids of all entries of a built site: each has a JSON of its own and a verdict beside it. */
function listIds(site: string): string[] {
  return readdirSync(site, { withFileTypes: true })
    .filter((folder) => folder.isDirectory())
    .flatMap(({ name }) => readdirSync(join(site, name)).map((file) => `${name}/${file}`))
    .flatMap((path) => /^(?!zh\/)([a-z0-9-]+\/[a-z0-9-]+)\.verdict\.json$/.exec(path)?.[1] ?? [])
    .sort();
}
