import { LOCALES, type Locale } from '../i18n/locales.ts';
import { localeParam } from '../i18n/routes.ts';

/** A page that there is once in every language. A type, since Astro wants props that have an index signature. */
export type LocalePath = {
  locale: Locale;
};

/** List a page in all languages, as Astro's `getStaticPaths` has them. */
export function localePaths(): { params: { locale: string | undefined }; props: LocalePath }[] {
  return LOCALES.map((locale) => ({ params: { locale: localeParam(locale) }, props: { locale } }));
}
