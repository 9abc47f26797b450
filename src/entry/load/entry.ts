import { DEFAULT_LOCALE, LOCALES } from '../../i18n/locales.ts';
import type { SiteAddress } from '../../server/address.ts';
import type { Entry, Prose } from '../entry.ts';
import { type Published, publishedOf } from '../ledger/published.ts';
import type { Problem } from '../problems/problem.ts';
import { renderProse } from '../prose/prose.ts';
import { computeRates } from '../rates.ts';
import { digestState } from '../revision/parts.ts';
import { readEntryFiles } from './files.ts';
import { readLabRun } from './lab.ts';
import { type ParsedEntry, parseEntry } from './parse.ts';

/**
 * Load one entry.
 *
 * @param root content folder
 * @param site where the site will stand: links in the prose depend on it
 * @returns the entry, or null where something is wrong; and all that is wrong
 */
export function loadEntry(
  root: string,
  id: string,
  site: SiteAddress,
): { entry: Entry | null; problems: Problem[] } {
  const parsed = parseEntry(readEntryFiles(root, id));
  return { entry: joinEntry(parsed, site, publishedOf(root, id)), problems: parsed.problems };
}

/**
 * Join what was read into an entry; null where something is wrong with it. Pure.
 *
 * @param published what is published of it
 */
export function joinEntry(
  parsed: ParsedEntry,
  site: SiteAddress,
  { code, history }: Published = { code: null, history: [] },
): Entry | null {
  const { id, files, facts, results, problems } = parsed;
  if (facts === null || problems.length > 0) return null;
  const { en, zh } = parsed.outlines;
  if (en === null || zh === null) return null;
  const outlines = { en, zh };
  const prose = LOCALES.map((locale): [string, Prose] => [
    locale,
    renderProse(outlines[locale], outlines[DEFAULT_LOCALE], { site, id, locale }),
  ]);
  const [domain = '', slug = ''] = id.split('/');
  const rates = computeRates(facts, results);
  return {
    id,
    domain,
    slug,
    code,
    revision: digestState({ facts, outlines, results, rates }).revision,
    history,
    facts,
    prose: Object.fromEntries(prose) as Entry['prose'],
    results,
    labRun: readLabRun(files.texts['lab.yaml']),
    rates,
  };
}
