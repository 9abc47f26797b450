import type { Entry } from '../../entry/entry.ts';

/** A column of the matrix. */
export interface Column {
  remedy: string;
  side: 'workaround' | 'dead-end';
  /** Whether it is left out where there is room for few. */
  wideOnly: boolean;
}

/** Columns that fit a phone. */
export const NARROW_COLUMNS = 7;
/** Columns that fit a wide screen. */
export const WIDE_COLUMNS = 12;

/**
 * Choose the columns of the matrix: all remedies in page order, or where there are too many the ones
 * that fix or mislead most.
 */
export function chooseColumns(entry: Entry): Column[] {
  const { workarounds, deadEnds } = entry.rates.order;
  const ranked = [...workarounds, ...deadEnds].sort((a, b) => weight(entry, b) - weight(entry, a));
  const narrow = new Set(ranked.slice(0, NARROW_COLUMNS));
  const wide = new Set(ranked.slice(0, WIDE_COLUMNS));
  const column = (side: Column['side']) => (remedy: string) => ({
    remedy,
    side,
    wideOnly: !narrow.has(remedy),
  });
  return [...workarounds.map(column('workaround')), ...deadEnds.map(column('dead-end'))].filter((one) =>
    wide.has(one.remedy),
  );
}

/** How many causes a remedy fixes or makes worse; a dead end misleads by being popular. */
function weight(entry: Entry, remedy: string): number {
  const rates = entry.rates.remedies[remedy];
  if (rates === undefined) return 0;
  const fixed = Object.values(rates.cells).reduce((sum, cell) => sum + (cell.value ?? 0), 0);
  const worse = rates.harms.length + rates.relapses.length + rates.newErrors.length;
  const popular = entry.facts.remedies[remedy]?.side === 'dead-end' ? 1 : 0;
  return fixed + worse + popular;
}
