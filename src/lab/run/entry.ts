import type { LabResults } from '../../entry/schema/results.ts';
import { Unavailable } from '../errors.ts';
import type { Provisioned } from '../provision/environment.ts';
import type { LabEntry } from '../read.ts';
import { isStopping } from '../sandbox/sandbox.ts';
import { notRun } from './not-run.ts';
import type { RunOptions } from './options.ts';
import { placeOf, runPlace } from './place.ts';
import { isSettled } from './settled.ts';

/** Run the trials of an entry, environment by environment. */
export async function runEntry(
  entry: LabEntry,
  options: RunOptions,
): Promise<Pick<LabResults, 'environments' | 'causes'>> {
  const environments: LabResults['environments'] = {};
  const causes: LabResults['causes'] = {};
  for (const environment of entry.lab.environments) {
    if (options.environments !== null && !options.environments.has(environment.id)) continue;
    const ids = Object.keys(entry.facts.causes).filter(
      (id) => entry.lab.causes[id] !== undefined && (options.causes === null || options.causes.has(id)),
    );
    if (!options.fresh && isSettled(entry, environment, ids, options.remedies)) {
      options.progress(`${entry.id} ${environment.id}: nothing has changed since the last run`);
      continue;
    }
    const provisioned = await options.provide(environment).catch(asUnavailable);
    if (provisioned instanceof Unavailable) {
      options.unavailable(environment.id, provisioned.message);
      for (const id of ids) {
        const result = notRun(entry, environment, id, provisioned.message);
        if (result !== null) causes[id] = { ...causes[id], [environment.id]: result };
      }
      continue;
    }
    environments[environment.id] = toolsOf(provisioned);
    await Promise.all(
      ids.map(async (id) => {
        const result = await runPlace(await placeOf(entry, options, id, environment, provisioned));
        if (result === null) return;
        causes[id] ??= {};
        causes[id][environment.id] = result;
      }),
    );
  }
  return { environments, causes };
}

/** Take that an environment cannot be had as an answer; once the lab was told to stop, it is none. */
function asUnavailable(error: unknown): Unavailable {
  if (error instanceof Unavailable && !isStopping()) return error;
  throw error;
}

function toolsOf({ versions, packages, released }: Provisioned): LabResults['environments'][string] {
  return { versions, packages, released };
}
