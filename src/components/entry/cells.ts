import type { Cell } from '../../entry/rates.ts';
import { markHtml } from '../marks.ts';
import { anchors, trialsLink } from '../trials/anchors.ts';
import type { EntryView } from './view.ts';

/**
 * Draw a cell of the matrix: mark and trial fraction, which leads to the trials, a word where the mark
 * needs one; without trials its reports.
 */
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
  const word = outcome === 'fixed' || outcome === 'not-fixed' ? '' : ` <span>${t.short[outcome]}</span>`;
  const mark = markHtml(outcome, word === '' ? t.outcome[outcome] : undefined);
  return `<a href="${trialsLink(anchors.cell(cause, remedy))}">${mark}${cell.fixed}/${cell.trials}${word}</a>`;
}

/** Choose the class of a cell: filled where it is fixed everywhere or harmful, else none. */
export function cellClass(cell: Cell | undefined): 'hm' | 'fx' | false {
  if (cell?.outcome === 'harmful') return 'hm';
  return cell?.value === 1 && 'fx';
}
