import type { Locale } from './locales.ts';

/** What offers a page in another language, each in the language that is offered. */
export const OFFER_STRINGS: Record<Locale, { text: string; close: string }> = {
  en: { text: 'This page is also in English', close: 'Close' },
  zh: { text: '本页有中文版', close: '关闭' },
};
