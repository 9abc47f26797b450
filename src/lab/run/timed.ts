import { memoryOf } from './capacity.ts';
import type { Place } from './place.ts';
import { pieceKey } from './plan.ts';

interface Noted<T> {
  value: T;
  seconds: number;
}

/**
 * Do a trial of a piece when there is room for it, note it and how long it took; what an interrupted run
 * noted is not done again.
 *
 * @param key all that decides what it shows.
 */
export async function tryOnce<T>(
  place: Place,
  remedy: string | undefined,
  key: readonly unknown[],
  work: () => Promise<T>,
): Promise<T> {
  const { options, environment, cause, scenario } = place;
  const piece = pieceKey(environment.id, cause, remedy);
  let now = false;
  const noted = await options.journal.once<Noted<T>>(key, () =>
    options.jobs.run(async () => {
      now = true;
      const start = Date.now();
      return { value: await work(), seconds: (Date.now() - start) / 1000 };
    }, memoryOf(scenario.limits)),
  );
  options.tried(piece, noted.seconds, now);
  return noted.value;
}
