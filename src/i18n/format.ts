import { LANGUAGE_TAGS, type Locale } from './locales.ts';

const PERCENT: Record<Locale, Intl.NumberFormat> = {
  en: new Intl.NumberFormat(LANGUAGE_TAGS.en, { style: 'percent' }),
  zh: new Intl.NumberFormat(LANGUAGE_TAGS.zh, { style: 'percent' }),
};

const NUMBER: Record<Locale, Intl.NumberFormat> = {
  en: new Intl.NumberFormat(LANGUAGE_TAGS.en),
  zh: new Intl.NumberFormat(LANGUAGE_TAGS.zh),
};

const DATE: Record<Locale, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat(LANGUAGE_TAGS.en, { dateStyle: 'medium', timeZone: 'UTC' }),
  zh: new Intl.DateTimeFormat(LANGUAGE_TAGS.zh, { dateStyle: 'long', timeZone: 'UTC' }),
};

const MONTH: Record<Locale, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat(LANGUAGE_TAGS.en, { year: 'numeric', month: 'short', timeZone: 'UTC' }),
  zh: new Intl.DateTimeFormat(LANGUAGE_TAGS.zh, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
};

/**
 * Format a share as a whole percentage. Only 1 is 100 % and only 0 is 0 %: what comes near is 99 or 1.
 *
 * @param share 0 to 1
 */
export function formatPercent(share: number, locale: Locale): string {
  const whole = Math.round(share * 100);
  const honest = share > 0 && share < 1 ? Math.min(99, Math.max(1, whole)) : whole;
  return PERCENT[locale].format(honest / 100);
}

/** Format a count with the thousands marks of the language. */
export function formatNumber(value: number, locale: Locale): string {
  return NUMBER[locale].format(value);
}

/** Format a calendar date, ISO 8601, as readers of the language write it. */
export function formatDate(iso: string, locale: Locale): string {
  return DATE[locale].format(new Date(`${iso}T00:00:00Z`));
}

/** Format a month, as in `2026-11`, as readers of the language write it. */
export function formatMonth(month: string, locale: Locale): string {
  return MONTH[locale].format(new Date(`${month}-01T00:00:00Z`));
}

/** Format a guessed share as a round number of tenths, since a guess is no more exact than that. */
export function tenths(share: number): number {
  return Math.round(share * 10);
}
