import { constants } from 'node:os';
import { CannotRunHere, ContentTrouble, Unavailable } from '../errors.ts';
import type { EntryReport } from '../report/entry-report.ts';

/** Exit statuses of the lab, as --help has them. */
export const EXIT = { fine: 0, wrong: 1, cannotRun: 2, unavailable: 3 } as const;

/** Say how a run ends: `wrong` where the content is, or where outcomes differ, comes before `unavailable`. */
export function exitOf(reports: readonly EntryReport[]): number {
  const wrong = reports.some(({ troubles, differences }) => troubles.length + differences.length > 0);
  if (wrong) return EXIT.wrong;
  return reports.some(({ unavailable }) => unavailable.length > 0) ? EXIT.unavailable : EXIT.fine;
}

/** Say how what is told by an error ends; null for one that nobody foresaw. */
export function exitOfError(error: unknown): number | null {
  if (error instanceof CannotRunHere) return EXIT.cannotRun;
  if (error instanceof Unavailable) return EXIT.unavailable;
  return error instanceof ContentTrouble ? EXIT.wrong : null;
}

/** Exit status of a program that a signal ended. */
export function exitOfSignal(signal: 'SIGINT' | 'SIGTERM'): number {
  return 128 + constants.signals[signal];
}
