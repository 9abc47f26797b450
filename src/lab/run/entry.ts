import type { LabEnvironment } from '../../entry/schema/lab.ts';
import type { LabResults } from '../../entry/schema/results.ts';
import { Unavailable } from '../errors.ts';
import type { Provisioned } from '../provision/environment.ts';
import type { LabEntry } from '../read.ts';
import { isStopping } from '../sandbox/sandbox.ts';
import { notRun } from './not-run.ts';
import type { RunOptions } from './options.ts';
import { placeOf, runPlace } from './place.ts';
import { causesOf, planEnvironment } from './plan.ts';

type Seen = Pick<LabResults, 'environments' | 'causes'>;

/**
 * Run the trials of an entry. An environment begins once those before it leave room, so that the last
 * trials of one do not hold up the next.
 */
export async function runEntry(entry: LabEntry, options: RunOptions): Promise<Seen> {
  const seen: Seen = { environments: {}, causes: {} };
  const running: Promise<void>[] = [];
  for (const environment of entry.lab.environments) {
    const pieces = planEnvironment(entry, environment, options);
    if (pieces.length === 0) continue;
    await Promise.race([options.jobs.room(), ...running.map(rejectOnly)]);
    running.push(runEnvironment(entry, environment, options, seen));
  }
  options.begun();
  await Promise.all(running);
  return seen;
}

/** Pass on a failure, and nothing else. */
function rejectOnly(work: Promise<void>): Promise<never> {
  return work.then(() => new Promise<never>(() => {}));
}

async function runEnvironment(
  entry: LabEntry,
  environment: LabEnvironment,
  options: RunOptions,
  seen: Seen,
): Promise<void> {
  const start = Date.now();
  const provisioned = await options.provide(environment).catch(asUnavailable);
  if (provisioned instanceof Unavailable) {
    skipEnvironment(entry, environment, options, seen, provisioned.message);
    return;
  }
  seen.environments[environment.id] = toolsOf(provisioned);
  await Promise.all(
    causesOf(entry, options.causes).map(async (id) => {
      const result = await runPlace(placeOf(entry, options, id, environment, provisioned));
      if (result === null) return;
      seen.causes[id] ??= {};
      seen.causes[id][environment.id] = result;
    }),
  );
  const results = causesOf(entry, options.causes).flatMap((id) => seen.causes[id]?.[environment.id] ?? []);
  const shown = results.filter(({ outcome }) => outcome === 'reproduced').length;
  const seconds = Math.round((Date.now() - start) / 1000);
  options.environmentDone(
    `${environment.id}: ${shown} of ${results.length} causes reproduced (${seconds} s)`,
  );
}

/** Take that an environment cannot be had as an answer; once the lab was told to stop, it is none. */
function asUnavailable(error: unknown): Unavailable {
  if (error instanceof Unavailable && !isStopping()) return error;
  throw error;
}

/** Record that nothing of an environment runs, and why. */
function skipEnvironment(
  entry: LabEntry,
  environment: LabEnvironment,
  options: RunOptions,
  seen: Seen,
  why: string,
): void {
  options.unavailable(environment.id, why);
  options.dropped(environment.id);
  for (const id of causesOf(entry, options.causes)) {
    const result = notRun(entry, environment, id, why);
    if (result !== null) seen.causes[id] = { ...seen.causes[id], [environment.id]: result };
  }
}

function toolsOf({ versions, packages, released }: Provisioned): LabResults['environments'][string] {
  return { versions, packages, released };
}
