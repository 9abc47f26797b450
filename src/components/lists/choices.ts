import type { Locale } from '../../i18n/locales.ts';
import { LANGUAGE_TAGS } from '../../i18n/locales.ts';
import { stringsOf } from '../../i18n/strings.ts';
import { BANDS, type Band } from './filter.ts';
import { domainOf, type ListRow, type Names } from './row.ts';

/** One filter of a list: a value of each option, how it is called, and how many rows have it. */
export interface Choice {
  name: 'domain' | 'category' | 'tool' | 'reach' | 'rate' | 'message';
  label: string;
  options: { value: string; label: string; count: number }[];
}

/** More options than these help nobody in a list to choose from; the commonest are kept. */
const MAX_OPTIONS = 200;

const made = new WeakMap<readonly ListRow[], Choice[]>();

/**
 * List the filters that tell the rows of a list apart, with what each can be set to; made once for all pages of a list.
 *
 * @param rows those of `rowsOf`, of one language
 */
export function choicesOf(rows: readonly ListRow[], names: Names, locale: Locale): Choice[] {
  const known = made.get(rows);
  if (known !== undefined) return known;
  const choices = listChoices(rows, names, locale);
  made.set(rows, choices);
  return choices;
}

function listChoices(rows: readonly ListRow[], names: Names, locale: Locale): Choice[] {
  const t = stringsOf(locale);
  const language = new Intl.DisplayNames(LANGUAGE_TAGS[locale], { type: 'language' });
  const of = (
    name: Choice['name'],
    label: string,
    values: (row: ListRow) => readonly string[],
    call: (value: string) => string,
  ): Choice => {
    const counts = new Map<string, number>();
    for (const value of rows.flatMap(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const options = [...counts].map(([value, count]) => ({ value, label: call(value), count }));
    const kept = options.toSorted((a, b) => b.count - a.count).slice(0, MAX_OPTIONS);
    return { name, label, options: sortOptions(kept, locale) };
  };
  const bands = of('rate', t.figure.fixRate, bandsOf, (band) => t.lists.bands[band as Band]);
  return [
    of(
      'domain',
      t.lists.domain,
      (row) => [domainOf(row)],
      (id) => names.domains[id] ?? id,
    ),
    of(
      'category',
      t.domain.category,
      (row) => [row.category],
      (id) => names.categories[id] ?? id,
    ),
    of(
      'tool',
      t.lists.facet.tool,
      (row) => [row.tool],
      (id) => id,
    ),
    of(
      'reach',
      t.evidence.reproduced,
      (row) => [row.reach],
      (reach) => t.evidence.reach[reach as ListRow['reach']],
    ),
    { ...bands, options: BANDS.flatMap((band) => bands.options.find(({ value }) => value === band) ?? []) },
    of(
      'message',
      t.lists.message,
      (row) => row.languages,
      (code) => language.of(code) ?? code,
    ),
  ].filter(({ options }) => options.length > 1);
}

/** A fix rate of 100 % is one of 50 % or more too. */
function bandsOf({ rate }: ListRow): Band[] {
  if (rate === null) return ['none'];
  if (rate === 1) return ['full', 'half'];
  return rate >= 0.5 ? ['half'] : ['low'];
}

function sortOptions(options: Choice['options'], locale: Locale): Choice['options'] {
  const { compare } = new Intl.Collator(LANGUAGE_TAGS[locale]);
  return options.toSorted((a, b) => compare(a.label, b.label));
}
