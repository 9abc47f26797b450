import type { Entry } from '../../entry/entry.ts';
import { byLocale, type Locale } from '../../i18n/locales.ts';
import type { SiteAddress } from '../../server/address.ts';
import { LICENCE } from '../licence.ts';
import { changedOn } from '../model.ts';
import { SCHEMA_VERSION } from '../schema/document.ts';
import type { PublishedEntry } from '../schema/entry.ts';
import { codeUrl, jsonUrl, markdownUrl, pageUrl, schemaUrl } from '../urls.ts';
import { causesToJson } from './causes.ts';
import { remediesToJson } from './remedies.ts';
import { textToJson } from './text.ts';

/** Write an entry in the published format, `PublishedEntrySchema`. */
export function entryToJson(entry: Entry, site: SiteAddress): PublishedEntry {
  const { facts, rates } = entry;
  return {
    schemaVersion: SCHEMA_VERSION,
    licence: LICENCE,
    urls: {
      schema: schemaUrl(site, 'entry'),
      json: jsonUrl(site, entry.id),
      code: entry.code === null ? null : codeUrl(site, entry.code),
      changes: jsonUrl(site, `${entry.id}.changes`),
      ...byLocale(urlsOf),
    },
    id: entry.id,
    code: entry.code,
    revision: entry.revision,
    changed: changedOn(entry),
    domain: entry.domain,
    headline: facts.signatures[0]?.text ?? '',
    signatures: facts.signatures,
    category: facts.category,
    tool: facts.tool,
    scope: facts.scope,
    httpStatus: facts.httpStatus,
    tags: facts.tags,
    context: facts.context,
    aiGenerated: facts.aiGenerated,
    firstSeen: facts.firstSeen,
    docs: facts.docs,
    versions: facts.versions,
    placeholders: Object.entries(facts.placeholders).map(([name, value]) => ({ name, ...value })),
    rates: { fixRate: rates.fixRate, confidence: rates.confidence, evidence: rates.evidence },
    causes: causesToJson(entry),
    remedies: remediesToJson(entry),
    reports: facts.reports,
    dropped: facts.dropped,
    related: facts.related,
    aliases: facts.aliases,
    withdrawn: facts.withdrawn,
    results: entry.results,
    text: byLocale((locale) => textToJson(entry.prose[locale])),
  };

  function urlsOf(locale: Locale): { page: string; markdown: string } {
    return { page: pageUrl(site, entry.id, locale), markdown: markdownUrl(site, entry.id, locale) };
  }
}
