/** Every language of the site, the default one first. The only list of them. */
export const LOCALES = ['en', 'zh'] as const;

/** A language of the site, as in content file names and URL paths. */
export type Locale = (typeof LOCALES)[number];

/** The language served without a prefix in the path. */
export const DEFAULT_LOCALE: Locale = 'en';

/** BCP 47 tag of each locale, for `lang` and `hreflang`. */
export const LANGUAGE_TAGS: Record<Locale, string> = { en: 'en', zh: 'zh-CN' };

/** Make something in every language. */
export function byLocale<T>(make: (locale: Locale) => T): Record<Locale, T> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as Record<Locale, T>;
}
