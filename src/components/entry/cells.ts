import type { Cell } from '../../entry/rates.ts';
import { markHtml } from '../marks.ts';
import type { EntryView } from './view.ts';

/** Draw a cell of the matrix: mark and trial fraction, a word where the mark needs one; without trials its reports. */
export function cellHtml({ entry, t }: EntryView, remedy: string, cause: string): string {
  const cell = entry.rates.remedies[remedy]?.cells[cause];
  if (cell === undefined) {
    const reports = entry.facts.reports.filter((one) => one.remedy === remedy && one.cause === cause);
    const fixed = reports.filter((report) => report.outcome === 'fixed').length;
    const said = reports.length === 0 ? '' : `<span>${t.fixes.reports(fixed, reports.length)}</span>`;
    return markHtml('not-measured', t.outcome['not-measured']) + said;
  }
  const { outcome } = cell;
  if (outcome === 'not-applicable') return markHtml(outcome, t.outcome[outcome]);
  const fraction = `${cell.fixed}/${cell.trials}`;
  if (outcome === 'fixed' || outcome === 'not-fixed') return markHtml(outcome, t.outcome[outcome]) + fraction;
  return `${markHtml(outcome)}${fraction} <span>${t.short[outcome]}</span>`;
}

/** Choose the class of a cell: filled where it is fixed everywhere or harmful, else none. */
export function cellClass(cell: Cell | undefined): 'hm' | 'fx' | false {
  if (cell?.outcome === 'harmful') return 'hm';
  return cell?.value === 1 && 'fx';
}
