import type { Entry, Prose } from '../../entry/entry.ts';
import { fillTemplate } from '../../entry/placeholders.ts';
import { splitSignature } from '../../entry/signature-pattern.ts';
import { formatPercent } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { SiteAddress } from '../../server/address.ts';
import { exampleValues } from '../model.ts';
import { WORDS, type Words } from './words.ts';

/** What every part of a Markdown export needs. */
export interface Context {
  entry: Entry;
  locale: Locale;
  site: SiteAddress;
  prose: Prose;
  words: Words;
  percent: (share: number) => string;
  /** Put the examples in the place of placeholders, as the page does. */
  fill: (template: string) => string;
}

/** Gather what the parts of one export share. */
export function createContext(entry: Entry, locale: Locale, site: SiteAddress): Context {
  const values = exampleValues(entry.facts);
  return {
    entry,
    locale,
    site,
    prose: entry.prose[locale],
    words: WORDS[locale],
    percent: (share) => formatPercent(share, locale),
    fill: (template) => fillTemplate(template, values),
  };
}

/** Write a signature as it is printed: `{name}` for what varies, literal braces bare. */
export function wording(signature: string): string {
  return splitSignature(signature.trim())
    .map((part) => (part.kind === 'text' ? part.text : `{${part.name}}`))
    .join('');
}

/** Title of a cause, or its id where the prose has none. */
export function causeTitle({ prose }: Context, id: string): string {
  return prose.causes[id]?.title ?? id;
}

/** Title of a remedy, or its id where the prose has none. */
export function remedyTitle({ prose }: Context, id: string): string {
  return prose.remedies[id]?.title ?? id;
}
