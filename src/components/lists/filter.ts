import { REACHES, type Reach } from '../../entry/evidence/reach.ts';
import { domainOf, type ListRow } from './row.ts';

/** Orders of a list; the first is that of the page. */
export const SORTS = ['name', 'rate', 'causes', 'measured'] as const;
export type Sort = (typeof SORTS)[number];

/** Bands of the fix rate. */
export const BANDS = ['full', 'half', 'low', 'none'] as const;
export type Band = (typeof BANDS)[number];

/** What a reader asked of a list; an empty text asks nothing. */
export interface ListState {
  text: string;
  domain: string;
  category: string;
  tool: string;
  reach: Reach | '';
  rate: Band | '';
  /** Language of the message. */
  message: string;
  sort: Sort;
}

/** Nothing is asked. */
export const ALL: ListState = {
  text: '',
  domain: '',
  category: '',
  tool: '',
  reach: '',
  rate: '',
  message: '',
  sort: 'name',
};

const KEYS = Object.keys(ALL) as (keyof ListState)[];

/** Read what is asked from the query of an address; what it cannot mean asks nothing. */
export function readState(query: string): ListState {
  const parameters = new URLSearchParams(query);
  const text = (key: keyof ListState): string => parameters.get(key)?.trim() ?? '';
  const one = <T extends string>(key: keyof ListState, all: readonly T[]): T | undefined =>
    all.find((value) => value === text(key));
  return {
    text: text('text'),
    domain: text('domain'),
    category: text('category'),
    tool: text('tool'),
    reach: one('reach', REACHES) ?? '',
    rate: one('rate', BANDS) ?? '',
    message: text('message'),
    sort: one('sort', SORTS) ?? 'name',
  };
}

/** Write what is asked as the query of an address, with its question mark; empty where nothing is. */
export function formatState(state: ListState): string {
  const asked = KEYS.filter((key) => state[key] !== ALL[key]).map((key) => [key, state[key]]);
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`;
}

/** Take the rows that were asked for, in the order that was asked for. */
export function applyState(rows: readonly ListRow[], state: ListState): ListRow[] {
  const words = state.text.toLowerCase().split(/\s+/).filter(Boolean);
  const asked = (value: string, own: string): boolean => value === '' || value === own;
  const found = rows.filter(
    (row) =>
      asked(state.domain, domainOf(row)) &&
      asked(state.category, row.category) &&
      asked(state.tool, row.tool) &&
      asked(state.reach, row.reach) &&
      (state.rate === '' || isIn(state.rate, row.rate)) &&
      (state.message === '' || row.languages.includes(state.message)) &&
      hasWords(row, words),
  );
  return sortRows(found, state.sort);
}

function hasWords({ id, headline, title, tags }: ListRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = [headline, title, id, ...tags].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

function isIn(band: Band, rate: number | null): boolean {
  if (rate === null) return band === 'none';
  if (band === 'full') return rate === 1;
  if (band === 'half') return rate >= 0.5;
  return band === 'low' && rate < 0.5;
}

/** Sort rows that come sorted by name: what is equal keeps that order, what is unknown comes last. */
function sortRows(rows: ListRow[], sort: Sort): ListRow[] {
  const keys: Record<Exclude<Sort, 'name'>, (row: ListRow) => number> = {
    rate: ({ rate }) => rate ?? -1,
    causes: ({ causes }) => causes,
    measured: ({ measured }) => (measured === null ? 0 : Date.parse(measured)),
  };
  if (sort === 'name') return rows;
  const key = keys[sort];
  return rows.toSorted((a, b) => key(b) - key(a));
}
