import { DEFAULT_LOCALE, type Locale } from '../i18n/locales.ts';
import type { SiteAddress } from '../server/address.ts';

/** Address of the page of an entry. */
export function pageUrl(site: SiteAddress, id: string, locale: Locale): string {
  return `${stem(site, id, locale)}/`;
}

/** Address of the Markdown of an entry: that of its page with another ending. */
export function markdownUrl(site: SiteAddress, id: string, locale: Locale): string {
  return `${stem(site, id, locale)}.md`;
}

/** Address of the JSON of an entry, which holds both languages. */
export function jsonUrl(site: SiteAddress, id: string): string {
  return `${site.origin}${site.base}${id}.json`;
}

/** Address of the published JSON Schema of `<id>.json`. */
export function schemaUrl(site: SiteAddress): string {
  return `${site.origin}${site.base}v1/schema/entry.json`;
}

function stem(site: SiteAddress, id: string, locale: Locale): string {
  const prefix = locale === DEFAULT_LOCALE ? '' : `${locale}/`;
  return `${site.origin}${site.base}${prefix}${id}`;
}
