import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestCode } from '../../cache/code.ts';
import { Notes, stampOf } from '../../cache/notes.ts';
import type { MatchManifest } from '../../export/match/match-index.ts';
import type { PublishedEntry } from '../../export/schema/entry.ts';
import type { PublishedLedger } from '../../export/schema/ledger.ts';
import { PATHS } from '../../export/urls.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { type PackedFile, textFile } from '../../tar/chunks.ts';
import { catalogueEntry, makeCatalogue } from '../knowledge/catalogue.ts';
import { CATALOGUE_FILE, exportPaths, INDEX_FILE, LEDGER_FILE } from '../knowledge/folder.ts';
import type { CatalogueEntry } from '../knowledge/knowledge.ts';
import { readLines, readPart } from './lines.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** What lists show of a record; null of one that was withdrawn. */
interface Listed {
  id: string;
  entry: CatalogueEntry | null;
}

/**
 * Take what the command line reads from a built site. Of what is as in the build before, nothing is read but the records.
 *
 * @param site directory of the built site
 * @param names names of the domains
 * @param cache file that is kept between builds
 * @returns files below `data/`
 */
export function dataFiles(
  site: string,
  names: Readonly<Record<string, Record<Locale, string>>>,
  cache: string,
): PackedFile[] {
  const read = (path: string): Buffer => readFileSync(join(site, path));
  const notes = new Notes<Listed>(cache);
  const code = digestCode(PROJECT, ['src']);
  const listed: CatalogueEntry[] = [];
  const records = join(site, PATHS.records);
  const files: PackedFile[] = [];
  for (const { at, bytes: record } of readLines(records)) {
    const [stamp, bytes] = [hash('sha256', record), record.length];
    const key = `${code} ${stamp}`;
    const { id, entry } = notes.get(key) ?? list(record);
    notes.set(key, { id, entry });
    if (entry !== null) listed.push(entry);
    const name = `data/${exportPaths(id, 'en').json}`;
    files.push({ name, bytes, stamp, read: () => withoutTrials(readPart(records, at, bytes)) });
    for (const locale of LOCALES) {
      const { markdown, verdict } = exportPaths(id, locale);
      for (const path of [markdown, verdict])
        files.push({ name: `data/${path}`, ...stampOf(join(site, path)), read: () => read(path) });
    }
  }
  notes.save();
  const { index } = JSON.parse(read(PATHS.match).toString()) as MatchManifest;
  const ledger = JSON.parse(read(PATHS.ledger).toString()) as PublishedLedger;
  return [
    textFile(`data/${CATALOGUE_FILE}`, JSON.stringify(makeCatalogue(listed, names))),
    textFile(`data/${INDEX_FILE}`, read(index).toString()),
    textFile(`data/${LEDGER_FILE}`, JSON.stringify(ledger.entries)),
    ...files,
  ];
}

function list(record: Buffer): Listed {
  const entry = JSON.parse(record.toString()) as PublishedEntry;
  return { id: entry.id, entry: entry.withdrawn === null ? catalogueEntry(entry) : null };
}

/** Single trials are most of an entry's bytes; the site has them. They come last, and null is put in their place. */
function withoutTrials(record: string): string {
  return record.replace(/\}$/, ',"results":null}');
}
