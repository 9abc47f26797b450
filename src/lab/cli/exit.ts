import { constants } from 'node:os';
import type { EntryReport } from '../report/entry-report.ts';

/** Exit statuses of the lab, as --help has them. */
export const EXIT = { fine: 0, wrong: 1, cannotRun: 2 } as const;

/** Say how a run ends: with `wrong` where the content is, or where outcomes differ. */
export function exitOf(reports: readonly EntryReport[]): number {
  const wrong = reports.some(({ troubles, differences }) => troubles.length + differences.length > 0);
  return wrong ? EXIT.wrong : EXIT.fine;
}

/** Exit status of a program that a signal ended. */
export function exitOfSignal(signal: 'SIGINT' | 'SIGTERM'): number {
  return 128 + constants.signals[signal];
}
