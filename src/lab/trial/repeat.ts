import { TRIALS, TRIALS_WHERE_THEY_DISAGREE, type Trial } from '../../entry/schema/results.ts';

/**
 * Try twice, and where the two outcomes disagree three times more.
 *
 * @param attempt receives the number of the trial, from 0.
 */
export async function repeatTrials(attempt: (index: number) => Promise<Trial>): Promise<Trial[]> {
  const trials: Trial[] = [];
  while (trials.length < (differ(trials) ? TRIALS_WHERE_THEY_DISAGREE : TRIALS))
    trials.push(await attempt(trials.length));
  return trials;
}

/** Tell whether trials of one remedy came out differently. */
export function differ(trials: readonly Trial[]): boolean {
  return new Set(trials.map(({ outcome }) => outcome)).size > 1;
}
