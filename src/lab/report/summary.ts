import type { TrialOutcome } from '../../entry/schema/results.ts';
import type { EntryReport } from './entry-report.ts';
import { MARKS } from './matrix.ts';

type Row = readonly string[];

const OUTCOMES = Object.keys(MARKS) as TrialOutcome[];

/** Write what a run came to as a table: an entry a line, the sum below. */
export function formatSummary(reports: readonly EntryReport[]): string {
  if (reports.length === 0) return '';
  const head = [
    'entry',
    'causes',
    ...OUTCOMES.map((outcome) => MARKS[outcome]),
    'unsteady',
    'not run',
    'minutes',
  ];
  const rows: Row[] = [head, ...reports.map((report) => rowOf(report.id, [report]))];
  if (reports.length > 1) rows.push(rowOf(`${reports.length} entries`, reports));
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
  const legend =
    'causes: reproduced of those listed; F fixed, R relapsed, - not fixed, N new error, H harmful,';
  const rest = 'T time-out, . not applicable: trials; minutes: of all trials of this run together';
  return [...lines, '', legend, rest, ''].join('\n');
}

function rowOf(name: string, reports: readonly EntryReport[]): Row {
  const sum = (pick: (report: EntryReport) => number): number =>
    reports.reduce((total, report) => total + pick(report), 0);
  return [
    name,
    `${sum(({ causes }) => causes.reproduced)}/${sum(({ causes }) => causes.listed)}`,
    ...OUTCOMES.map((outcome) => String(sum(({ trials }) => trials[outcome]))),
    String(sum(({ unsteady }) => unsteady.length)),
    String(sum(({ notRun }) => notRun.length)),
    (sum(({ seconds }) => seconds) / 60).toFixed(1),
  ];
}
