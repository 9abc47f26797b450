import type { Place } from './problems/problem.ts';

/** Marks what a new entry leaves to its author. */
const MARK = /FILL IN|待填写/;
const COMMENT = /(?:^|\s)#.*$/;

/** Something that is still to be written. */
export interface Unfilled extends Place {
  /** What is asked for. */
  asked: string;
}

/**
 * List what a new entry left to be written and nobody has, a line each.
 *
 * @param values whether comments of YAML are left aside: what they ask for does not stand in the way of a run.
 */
export function findUnfilled(text: string, values = false): Unfilled[] {
  return text.split(/\r?\n/).flatMap((whole, index) => {
    const line = values ? whole.replace(COMMENT, '') : whole;
    const column = line.search(MARK);
    if (column === -1) return [];
    // It ends with the quotes or the element in which it stands.
    const before = line[column - 1] ?? '';
    const end = /['"]/.test(before) ? before : '</';
    const asked = line.slice(column).split(end, 1)[0] ?? '';
    return [{ line: index + 1, column: column + 1, asked }];
  });
}
