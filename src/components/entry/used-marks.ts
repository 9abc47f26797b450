import type { Entry } from '../../entry/entry.ts';
import { ALL_MARKS, type MarkName } from '../marks.ts';

/** Marks that almost any entry page shows: tells only read, and something is always still unknown. */
const USUAL: readonly MarkName[] = ['fixed', 'not-fixed', 'not-measured', 'read-only'];

/** List the marks that the page of an entry shows, so that its sprite holds no others. */
export function usedMarks({ facts, rates }: Entry): MarkName[] {
  const used = new Set<MarkName | null>(USUAL);
  for (const remedy of Object.values(facts.remedies)) used.add(remedy.safety);
  for (const { cells, harms, relapses, newErrors } of Object.values(rates.remedies)) {
    for (const cell of Object.values(cells)) {
      for (const { outcome } of [cell, ...Object.values(cell.environments)]) used.add(outcome);
    }
    if (harms.length > 0) used.add('harmful');
    if (relapses.length > 0) used.add('relapsed');
    if (newErrors.length > 0) used.add('new-error');
  }
  return ALL_MARKS.filter((name) => used.has(name));
}
