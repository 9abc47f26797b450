import type { Locale } from '../../i18n/locales.ts';
import { stringsOf } from '../../i18n/strings.ts';

/** Tell the title of a page of a list from those of its other pages; the first one is called as the list. */
export function numbered(
  text: string,
  { number, count, locale }: { number: number; count: number; locale: Locale },
): string {
  const t = stringsOf(locale);
  return number === 1 ? text : `${text}${t.site.clause}${t.lists.page(number, count)}`;
}
