import type { Card } from '../../entry/collection/card.ts';
import { reachOf } from '../../entry/evidence/reach.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import type { Knowledge } from '../../layouts/knowledge.ts';
import { oncePer } from '../../layouts/once.ts';
import type { ListData, ListRow, Names } from './row.ts';

/** Take from a card what lists show. */
export function rowOf(card: Card, locale: Locale): ListRow {
  const { fixRate } = card.rates;
  return {
    id: card.id,
    headline: card.headline.split('\n')[0] ?? '',
    title: card.title[locale],
    category: card.category,
    tool: card.tool,
    tags: card.tags,
    languages: card.languages,
    causes: fixRate.causes,
    proven: fixRate.proven,
    rate: fixRate.value,
    reach: reachOf(card),
    measured: card.measured,
  };
}

/** The rows of a list in each language, made once for all of its pages. */
const rowsInEach = oncePer((cards: readonly Card[]) => {
  const entries = LOCALES.map((locale) => [locale, cards.map((card) => rowOf(card, locale))]);
  return Object.fromEntries(entries) as Record<Locale, ListRow[]>;
});

/** Take the rows of a list in a language. */
export function rowsOf(cards: readonly Card[], locale: Locale): ListRow[] {
  return rowsInEach(cards)[locale];
}

/** Entries with something that does not work, as the list of dead ends holds them. */
export const withDeadEnds = oncePer((cards: readonly Card[]): Card[] =>
  cards.filter(({ deadEnds }) => deadEnds.length > 0),
);

/** Name the domains and categories in a language. */
export function namesIn({ taxonomy }: Pick<Knowledge, 'taxonomy'>, locale: Locale): Names {
  const inLocale = (all: Readonly<Record<string, Record<Locale, string>>>): Record<string, string> =>
    Object.fromEntries(Object.entries(all).map(([id, name]) => [id, name[locale]]));
  return { domains: inLocale(taxonomy.domains), categories: inLocale(taxonomy.categories) };
}

/** All that filters and sorting in the browser work on. */
export function listData(knowledge: Pick<Knowledge, 'cards' | 'taxonomy'>, locale: Locale): ListData {
  return {
    names: namesIn(knowledge, locale),
    rows: rowsOf(knowledge.cards, locale),
  };
}
