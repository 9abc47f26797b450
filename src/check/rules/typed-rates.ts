import { LOCALES } from '../../i18n/locales.ts';
import type { EntryRule } from '../context.ts';
import { placeIn } from '../lines.ts';
import { at } from '../places.ts';

const RATES: readonly RegExp[] = [
  /\d[\d.,]*\s*(?:%|％|per ?cent\b)/giu,
  /\b\d+\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?\d+\b/giu,
  /(?<![\d/.-])\d{1,3}\s?\/\s?\d{1,3}(?![\d/])/gu,
  /百分之[\d一二三四五六七八九十百]/gu,
  /(?<!一)[二三四五六七八九]成(?![为功员果绩本立长熟])/gu,
  /\d+\s*[个种次项]?[^，。；：！？\d]{0,6}[中里]\s*(?:的|有)?\s*\d+/gu,
];

/** Rates are counted from trials: one that is typed would be an opinion, and would not change with them. */
export const typedRates: EntryRule = {
  name: 'typed-rates',
  description: 'No rate is typed in prose: the page shows what was counted.',
  check: (entry) =>
    LOCALES.flatMap((locale) =>
      entry.lines[locale].flatMap((line) =>
        RATES.flatMap((pattern) =>
          [...line.text.matchAll(pattern)].map(({ 0: rate, index }) =>
            at(
              placeIn(line, index),
              `“${rate}” looks like a rate typed by hand`,
              'leave it out: the page counts rates itself; a guess goes into estimates, other figures into `code`',
            ),
          ),
        ),
      ),
    ),
};
