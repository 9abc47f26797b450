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

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const NEWLINE = '\n'.charCodeAt(0);

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
  const files = [...linesOf(read(PATHS.records))].flatMap((record): PackedFile[] => {
    const stamp = hash('sha256', record);
    const key = `${code} ${stamp}`;
    const { id, entry } = notes.get(key) ?? list(record);
    notes.set(key, { id, entry });
    if (entry !== null) listed.push(entry);
    const texts = LOCALES.flatMap((locale) => {
      const { markdown, verdict } = exportPaths(id, locale);
      return [markdown, verdict].map((path) => ({
        name: `data/${path}`,
        ...stampOf(join(site, path)),
        read: () => read(path),
      }));
    });
    const name = `data/${exportPaths(id, 'en').json}`;
    return [{ name, bytes: record.length, stamp, read: () => withoutTrials(record) }, ...texts];
  });
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
function withoutTrials(record: Buffer): string {
  return record.toString().replace(/\}$/, ',"results":null}');
}

function* linesOf(text: Buffer): Generator<Buffer> {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf(NEWLINE, at);
    yield text.subarray(at, end === -1 ? text.length : end);
    at = end === -1 ? text.length : end + 1;
  }
}
