/**
 * Return the variables of a locale other than the usual one. gettext looks for messages by LANGUAGE
 * first, then by the language alone (gettext manual, "The LANGUAGE variable").
 */
export function languageVariables(locale: string | undefined): Record<string, string> {
  if (locale === undefined) return {};
  const [language = ''] = locale.split('.');
  const region = /^([a-z]{2})_[A-Z]{2}$/.exec(language);
  return region === null ? { LANG: locale } : { LANG: locale, LANGUAGE: `${language}:${region[1]}` };
}
