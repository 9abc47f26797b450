/** Rows of one page: 100 of the longest come to some 80 KB. */
export const PAGE_SIZE = 100;

/** Entries of one page of the list of dead ends, each with two to four of them. */
export const ENTRIES_PER_PAGE = 50;

/** Pages shown beside the one that is open, where there are too many to name all. */
const BESIDE = 2;

/** How many pages a list of so many rows has; an empty list has one too. */
export function countPages(rows: number, size = PAGE_SIZE): number {
  return Math.max(1, Math.ceil(rows / size));
}

/** Take the rows of one page, counted from 1. */
export function takePage<T>(rows: readonly T[], number: number, size = PAGE_SIZE): T[] {
  return rows.slice((number - 1) * size, number * size);
}

/** The route parameter of a page of a list: what stands after the address of the list. */
export function pageParam(number: number): string | undefined {
  return number === 1 ? undefined : `page/${number}`;
}

/** Numbers of all pages of a list of so many rows. */
export function pageNumbers(rows: number, size = PAGE_SIZE): number[] {
  return Array.from({ length: countPages(rows, size) }, (_, index) => index + 1);
}

/**
 * Choose the pages that are named beside an open one: the first, the last and its neighbours; null stands for a gap.
 *
 * @example namedPages(10, 500) // => [1, null, 8, 9, 10, 11, 12, null, 500]
 */
export function namedPages(open: number, count: number): (number | null)[] {
  const named = Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === count || Math.abs(number - open) <= BESIDE,
  );
  return named.flatMap((number, index) => (number - (named[index - 1] ?? 0) > 1 ? [null, number] : [number]));
}
