import type { Locale } from './locales.ts';
import { en, type Strings } from './strings/en.ts';
import { zh } from './strings/zh.ts';

export type { Strings } from './strings/en.ts';

const STRINGS: Record<Locale, Strings> = { en, zh };

/** Get the texts of the site in a language. */
export function stringsOf(locale: Locale): Strings {
  return STRINGS[locale];
}
