import { pageNumbers, pageParam } from '../components/lists/pages.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { localeParam } from '../i18n/routes.ts';

/** A page of a list of the whole site. A type, since Astro wants props that have an index signature. */
export type ListPath = {
  locale: Locale;
  /** From 1. */
  number: number;
};

/**
 * List all pages of a list of so many rows, in all languages, as Astro's `getStaticPaths` has them.
 *
 * @param size rows of a page, if not as many as in most lists
 */
export function listPaths(
  rows: number,
  size?: number,
): { params: { locale: string | undefined; page: string | undefined }; props: ListPath }[] {
  return LOCALES.flatMap((locale) =>
    pageNumbers(rows, size).map((number) => ({
      params: { locale: localeParam(locale), page: pageParam(number) },
      props: { locale, number },
    })),
  );
}
