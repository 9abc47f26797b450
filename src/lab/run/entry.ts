import type { LabResults } from '../../entry/schema/results.ts';
import type { LabEntry } from '../read.ts';
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
    const provisioned = await options.provide(environment);
    const { versions, packages } = provisioned;
    environments[environment.id] = { versions, packages };
    await Promise.all(
      ids.map(async (id) => {
        const result = await runPlace(placeOf(entry, options, id, environment, provisioned));
        if (result === null) return;
        causes[id] ??= {};
        causes[id][environment.id] = result;
      }),
    );
  }
  return { environments, causes };
}
