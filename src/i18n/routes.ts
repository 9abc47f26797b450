import type { SiteAddress } from '../server/address.ts';
import { DEFAULT_LOCALE, LANGUAGE_TAGS, LOCALES, type Locale } from './locales.ts';

/** What entries are listed by, beside their domain. */
export const FACETS = ['category', 'tool', 'tag'] as const;
export type Facet = (typeof FACETS)[number];

/** A page of the site, whatever its language. A list of several pages has a number, from 1, for each. */
export type PageRef =
  | { page: 'home' }
  | { page: 'search' }
  | { page: 'evidence' }
  | { page: 'offline' }
  | { page: 'errors'; number?: number }
  | { page: 'domain'; domain: string; number?: number }
  | { page: 'facet'; facet: Facet; value: string; number?: number }
  | { page: 'facets'; facet: Facet }
  | { page: 'dead-ends'; number?: number }
  | { page: 'new'; number?: number }
  | { page: 'entry'; id: string }
  | { page: 'trials'; id: string }
  | { page: 'code'; code: string }
  | { page: 'guides' }
  | { page: 'guide'; name: string };

/** Every address of the site; nothing else puts one together. */
export interface Routes {
  /** Origin of the site, without a slash at the end. */
  origin: string;
  /** Path of a page with the base before it. */
  path(ref: PageRef, locale: Locale): string;
  /** The same with the origin. */
  url(ref: PageRef, locale: Locale): string;
  /** Path of a file that has no language, such as `favicon.svg`, with the base before it. */
  file(path: string): string;
  /** Paths of an entry in its other formats. */
  exports(
    id: string,
    locale: Locale,
  ): {
    json: string;
    markdown: string;
    verdict: string;
    badge: string;
    changes: string;
  };
  /** Path of the rows of all lists as data: what filters and sorting in the browser work on. */
  rows(locale: Locale): string;
  /** The page in every language, and which one is for readers of no language of ours. */
  alternates(ref: PageRef): { hreflang: string; href: string }[];
}

/**
 * Bind the routes to the place where the site stands.
 *
 * @example bindRoutes({ origin: 'https://a.org', base: '/kb/' }).path({ page: 'entry', id: 'git/x' }, 'zh')
 * // => '/kb/zh/git/x/'
 */
export function bindRoutes({ origin, base }: SiteAddress): Routes {
  const path = (ref: PageRef, locale: Locale): string => base + prefix(locale) + stem(ref);
  const url = (ref: PageRef, locale: Locale): string => origin + path(ref, locale);
  return {
    origin,
    path,
    url,
    file: (file) => base + file,
    exports: (id, locale) => ({
      json: `${base}${id}.json`,
      badge: `${base}${id}.svg`,
      markdown: `${base}${prefix(locale)}${id}.md`,
      verdict: `${base}${prefix(locale)}${id}.verdict.json`,
      changes: `${base}${id}.changes.json`,
    }),
    rows: (locale) => `${base}errors/rows/${locale}.json`,
    alternates: (ref) => [
      ...LOCALES.map((locale) => ({ hreflang: LANGUAGE_TAGS[locale], href: url(ref, locale) })),
      { hreflang: 'x-default', href: url(ref, DEFAULT_LOCALE) },
    ],
  };
}

/** The language that a page offers beside its own. */
export function otherLocale(locale: Locale): Locale {
  return LOCALES.find((other) => other !== locale) ?? DEFAULT_LOCALE;
}

/** The value of the route parameter that stands for a language: none for the default one. */
export function localeParam(locale: Locale): string | undefined {
  return locale === DEFAULT_LOCALE ? undefined : locale;
}

function prefix(locale: Locale): string {
  return locale === DEFAULT_LOCALE ? '' : `${locale}/`;
}

/** Path without base and language, with a slash at its end. */
function stem(ref: PageRef): string {
  switch (ref.page) {
    case 'home':
      return '';
    case 'search':
      return 'search/';
    case 'evidence':
      return 'evidence/';
    case 'offline':
      return 'offline/';
    case 'errors':
      return `errors/${part(ref.number)}`;
    case 'domain':
      return `${ref.domain}/${part(ref.number)}`;
    case 'facet':
      return `${ref.facet}/${ref.value}/${part(ref.number)}`;
    case 'dead-ends':
      return `dead-ends/${part(ref.number)}`;
    case 'new':
      return `new/${part(ref.number)}`;
    case 'facets':
      return `${ref.facet}/`;
    case 'entry':
      return `${ref.id}/`;
    case 'trials':
      return `${ref.id}/trials/`;
    case 'code':
      return `e/${ref.code}/`;
    case 'guides':
      return 'guide/';
    case 'guide':
      return `guide/${ref.name}/`;
  }
}

/** The first page of a list stands at its own address; no entry can stand where the others do. */
function part(number = 1): string {
  return number === 1 ? '' : `page/${number}/`;
}
