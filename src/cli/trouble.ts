import { byLocale, type Locale } from '../i18n/locales.ts';

/** Exit statuses of `fixrate`; grep has the same three. */
export const EXIT = { found: 0, nothing: 1, trouble: 2 } as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** What is wrong with a call or its input, in a sentence that says where, what, and what to do. */
export class CliTrouble extends Error {
  /** The sentence in every language; where it comes from elsewhere, the same. */
  readonly texts: Readonly<Record<Locale, string>>;

  constructor(texts: string | Readonly<Record<Locale, string>>) {
    const all = typeof texts === 'string' ? byLocale(() => texts) : texts;
    super(all.en);
    this.texts = all;
  }
}
