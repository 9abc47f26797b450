import { DEFAULT_LOCALE, type Locale } from '../i18n/locales.ts';
import { bindRoutes } from '../i18n/routes.ts';
import type { SiteAddress } from '../server/address.ts';

/** Path of the published JSON Schema of `<id>.json`, below the base. */
export const SCHEMA_PATH = 'v1/schema/entry.json';

/** Paths of the evidence of all entries, and of its JSON Schema, below the base. */
export const EVIDENCE_PATH = 'v1/evidence.json';
export const EVIDENCE_SCHEMA_PATH = 'v1/schema/evidence.json';

/** Paths of every id and code ever published, and of its JSON Schema, below the base. */
export const LEDGER_PATH = 'v1/ledger.json';
export const LEDGER_SCHEMA_PATH = 'v1/schema/ledger.json';

/** Address of the page of an entry. */
export function pageUrl(site: SiteAddress, id: string, locale: Locale): string {
  return bindRoutes(site).url({ page: 'entry', id }, locale);
}

/** Address of the Markdown of an entry: that of its page with another ending. */
export function markdownUrl(site: SiteAddress, id: string, locale: Locale): string {
  return site.origin + bindRoutes(site).exports(id, locale).markdown;
}

/** Address of the JSON of an entry, which holds both languages. */
export function jsonUrl(site: SiteAddress, id: string): string {
  return `${site.origin}${site.base}${id}.json`;
}

/** Address that leads to the page of an entry by its short code. */
export function codeUrl(site: SiteAddress, code: string, locale: Locale = DEFAULT_LOCALE): string {
  return bindRoutes(site).url({ page: 'code', code }, locale);
}

/** Address of the published JSON Schema of `<id>.json`. */
export function schemaUrl(site: SiteAddress): string {
  return `${site.origin}${site.base}${SCHEMA_PATH}`;
}
