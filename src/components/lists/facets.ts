import { LANGUAGE_TAGS, type Locale } from '../../i18n/locales.ts';
import type { Facet } from '../../i18n/routes.ts';
import { type Knowledge, namesOf } from '../../layouts/knowledge.ts';
import { routes } from '../../layouts/site.ts';
import { domainMarkHtml } from '../domain-marks.ts';

/** A link to a list, with the number of entries in it. */
export interface CountedLink {
  href: string;
  name: string;
  count: number;
  /** What stands before the name, drawn; where there is such a thing. */
  mark?: string;
}

/** How a category, tool or tag is called in a language: categories have names, the others are names. */
export function facetName(knowledge: Knowledge, facet: Facet, value: string, locale: Locale): string {
  return facet === 'category' ? namesOf(knowledge, { domain: '', category: value }, locale).category : value;
}

/** Link every list of a facet that has an entry, sorted by name. */
export function facetLinks(knowledge: Knowledge, facet: Facet, locale: Locale): CountedLink[] {
  const links = [...knowledge.facets[facet]].map(([value, cards]) => ({
    href: routes.path({ page: 'facet', facet, value }, locale),
    name: facetName(knowledge, facet, value, locale),
    count: cards.length,
  }));
  return sortLinks(links, locale);
}

/** Link every domain that has an entry, sorted by name. */
export function domainLinks(knowledge: Knowledge, locale: Locale): CountedLink[] {
  const links = [...knowledge.domains].map(([domain, cards]) => ({
    href: routes.path({ page: 'domain', domain }, locale),
    name: namesOf(knowledge, { domain, category: '' }, locale).domain,
    count: cards.length,
    mark: domainMarkHtml(domain),
  }));
  return sortLinks(links, locale);
}

function sortLinks(links: readonly CountedLink[], locale: Locale): CountedLink[] {
  const { compare } = new Intl.Collator(LANGUAGE_TAGS[locale]);
  return links.filter(({ count }) => count > 0).toSorted((a, b) => compare(a.name, b.name));
}
