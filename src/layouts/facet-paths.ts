import { pageNumbers, pageParam } from '../components/lists/pages.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { type Facet, localeParam } from '../i18n/routes.ts';
import { getKnowledge } from './knowledge.ts';

/**
 * A page of a facet: the index of its values where `value` is null, else a page of the list of one. A type, since
 * Astro wants props that have an index signature.
 */
export type FacetPath = {
  locale: Locale;
  facet: Facet;
  value: string | null;
  /** From 1. */
  number: number;
};

/** List all pages of a facet, in all languages, as Astro's `getStaticPaths` has them. */
export async function facetPaths(
  facet: Facet,
): Promise<{ params: { locale: string | undefined; page: string | undefined }; props: FacetPath }[]> {
  const { facets } = await getKnowledge();
  return LOCALES.flatMap((locale) => [
    {
      params: { locale: localeParam(locale), page: undefined },
      props: { locale, facet, value: null, number: 1 },
    },
    ...[...facets[facet]].flatMap(([value, cards]) =>
      pageNumbers(cards.length).map((number) => ({
        params: {
          locale: localeParam(locale),
          page: [value, pageParam(number)].filter((part) => part !== undefined).join('/'),
        },
        props: { locale, facet, value, number },
      })),
    ),
  ]);
}
