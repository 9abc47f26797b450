import { TRIALS, TRIALS_WHERE_THEY_DISAGREE, type Trial } from '../../entry/schema/results.ts';

/** Try twice, and where the two outcomes disagree three times more. */
export async function repeatTrials(attempt: () => Promise<Trial>): Promise<Trial[]> {
  const trials: Trial[] = [];
  while (trials.length < (differ(trials) ? TRIALS_WHERE_THEY_DISAGREE : TRIALS)) trials.push(await attempt());
  return trials;
}

/** Tell whether trials of one remedy came out differently. */
export function differ(trials: readonly Trial[]): boolean {
  return new Set(trials.map(({ outcome }) => outcome)).size > 1;
}
