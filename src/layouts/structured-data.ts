import type { Entry } from '../entry/entry.ts';
import { changeDays, createdOn } from '../entry/revision/days.ts';
import { LANGUAGE_TAGS, type Locale } from '../i18n/locales.ts';
import type { Routes } from '../i18n/routes.ts';
import { stringsOf } from '../i18n/strings.ts';

/** Longest headline that search engines show whole: https://developers.google.com/search/docs/appearance/structured-data/article */
const LONGEST_HEADLINE = 110;

/**
 * Describe the page of an entry for search engines: https://schema.org/TechArticle as JSON-LD. A date that is
 * not known is absent.
 *
 * @param page what the page says of itself; `picture` is a path below the base
 */
export function articleData(
  entry: Entry,
  locale: Locale,
  page: { title: string; description: string; picture: string },
  routes: Routes,
): Record<string, unknown> {
  const url = routes.url({ page: 'entry', id: entry.id }, locale);
  const created = createdOn(entry.history);
  const [last] = changeDays(entry.history, locale);
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: [...page.title].slice(0, LONGEST_HEADLINE).join(''),
    description: page.description,
    image: routes.origin + routes.file(page.picture),
    url,
    inLanguage: LANGUAGE_TAGS[locale],
    ...(created === null ? {} : { datePublished: created }),
    ...(last === undefined ? {} : { dateModified: last.date }),
    ...(entry.code === null ? {} : { identifier: entry.code }),
    author: {
      '@type': 'Organization',
      name: stringsOf(locale).site.name,
      url: routes.url({ page: 'home' }, locale),
    },
  };
}

/** Write data so that it can stand in a script element, whatever texts it holds. */
export function scriptJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
