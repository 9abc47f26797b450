import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '../../export/match/verdict.ts';
import type { PublishedEntry } from '../../export/schema/entry.ts';
import type { PublishedLedger } from '../../export/schema/ledger.ts';
import { bindRoutes } from '../../i18n/routes.ts';
import { parseIndex } from '../../match/pack.ts';
import { CliTrouble } from '../trouble.ts';
import { TROUBLE } from '../trouble-strings.ts';
import type { Catalogue, Knowledge } from './knowledge.ts';

/** Files of a package's data folder; those of an entry lie where the site has them. */
export const CATALOGUE_FILE = 'catalogue.json';
export const INDEX_FILE = 'index.json';
export const LEDGER_FILE = 'ledger.json';

/** Where the formats of an entry lie in that folder: as on the site. */
export const exportPaths = bindRoutes({ origin: '', base: '' }).exports;

const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** Read the entries from the data folder of the installed package. */
export function folderKnowledge(folder: string): Knowledge {
  const read = (path: string): string | null => {
    try {
      return readFileSync(join(folder, path), 'utf8');
    } catch {
      return null;
    }
  };
  const need = (path: string): unknown => {
    const text = read(path);
    if (text === null) throw new CliTrouble(TROUBLE.missingData(join(folder, path)));
    return JSON.parse(text);
  };
  // Ids come from readers; nothing but an id leads to a file.
  const readOf = (id: string, path: string): string | null => (ID.test(id) ? read(path) : null);
  const jsonOf = <T>(id: string, path: string): T | null => {
    const text = readOf(id, path);
    return text === null ? null : (JSON.parse(text) as T);
  };
  return {
    catalogue: () => need(CATALOGUE_FILE) as Catalogue,
    index: () => parseIndex(need(INDEX_FILE)),
    ledger: () => need(LEDGER_FILE) as PublishedLedger['entries'],
    entry: (id) => jsonOf<PublishedEntry>(id, exportPaths(id, 'en').json),
    markdown: (id, locale) => readOf(id, exportPaths(id, locale).markdown),
    verdict: (id, locale) => jsonOf<Verdict>(id, exportPaths(id, locale).verdict),
  };
}
