import type { TrialOutcome } from '../../entry/schema/results.ts';

/** What one round of `run` and `check` showed after a remedy. */
export interface Round {
  /** The program ended with 0, or serves. */
  well: boolean;
  /** A signature of the entry stood in its own output. */
  printed: boolean;
  /** A signature stood there or in the logs. */
  shown: boolean;
  checkHolds: boolean;
}

/** What a trial of a remedy saw. */
export interface Evidence {
  harmHolds: boolean;
  timedOut: boolean;
  /** After the steps; null where time was over before. */
  first: Round | null;
  /** After the cause came about again; null where it did not come to that. */
  second: Round | null;
}

/** Tell whether the error is gone after a round. */
export function isFixed(round: Round): boolean {
  return round.well && !round.printed && round.checkHolds;
}

/** Decide the outcome of a trial; the worst of several that apply comes first. */
export function decideOutcome({ harmHolds, timedOut, first, second }: Evidence): TrialOutcome {
  if (!harmHolds) return 'harmful';
  if (timedOut || first === null) return 'timeout';
  if (!isFixed(first)) return first.shown ? 'not-fixed' : 'new-error';
  if (second === null) return 'timeout';
  if (isFixed(second)) return 'fixed';
  return second.shown ? 'relapsed' : 'new-error';
}
