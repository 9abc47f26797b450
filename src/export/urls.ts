import { DEFAULT_LOCALE, type Locale } from '../i18n/locales.ts';
import { bindRoutes } from '../i18n/routes.ts';
import type { SiteAddress } from '../server/address.ts';
import type { PublishedName } from './schema/published.ts';

/** Paths of what is exported once for all entries, below the base. They never change. */
export const PATHS = {
  index: 'v1/index.json',
  records: 'v1/entries.ndjson',
  domains: 'v1/domains.json',
  evidence: 'v1/evidence.json',
  match: 'v1/match.json',
  ledger: 'v1/ledger.json',
  changes: 'v1/changes.json',
  openapi: 'v1/openapi.json',
  archive: 'v1/fixrate.tar.gz',
  checksum: 'v1/fixrate.tar.gz.sha256',
} as const;

/** What browsers and crawlers look for. */
export const SITEMAP = 'sitemap.xml';
export const OPEN_SEARCH = 'opensearch.xml';
export const MANIFEST = 'manifest.webmanifest';
export const SECURITY_TXT = '.well-known/security.txt';

/** Path of a file that exists in every language, below the base: `llms.txt`, `zh/llms.txt`. */
export function localePath(path: string, locale: Locale): string {
  return locale === DEFAULT_LOCALE ? path : `${locale}/${path}`;
}

/** Address of a file below the base. */
export function fileUrl({ origin, base }: SiteAddress, path: string): string {
  return origin + base + path;
}

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
  return fileUrl(site, `${id}.json`);
}

/** Address that leads to the page of an entry by its short code. */
export function codeUrl(site: SiteAddress, code: string, locale: Locale = DEFAULT_LOCALE): string {
  return bindRoutes(site).url({ page: 'code', code }, locale);
}

/** Path of the Markdown list of a domain, below the base: that of its page with another ending. */
export function domainMarkdownPath(domain: string, locale: Locale): string {
  return bindRoutes({ origin: '', base: '' }).path({ page: 'domain', domain }, locale).replace(/\/$/, '.md');
}

/** Address of the Markdown list of a domain. */
export function domainMarkdownUrl(site: SiteAddress, domain: string, locale: Locale): string {
  return fileUrl(site, domainMarkdownPath(domain, locale));
}

/** Path of the JSON Schema of a format, below the base. */
export function schemaPath(name: PublishedName): string {
  return `v1/schema/${name}.json`;
}

/** Address of the JSON Schema of a format. */
export function schemaUrl(site: SiteAddress, name: PublishedName): string {
  return fileUrl(site, schemaPath(name));
}
