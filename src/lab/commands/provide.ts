import { resolveScenario } from '../../entry/scenario.ts';
import type { LabEnvironment } from '../../entry/schema/lab.ts';
import type { Registry } from '../../entry/schema/lab-registry.ts';
import { log } from '../cli/log.ts';
import type { Options } from '../cli/options.ts';
import { Unavailable } from '../errors.ts';
import { addTools, type Provisioned, provision } from '../provision/environment.ts';
import type { Progress } from '../provision/progress.ts';
import type { LabEntry } from '../read.ts';
import { provideRegistry } from '../registry/build.ts';
import { usedTools } from '../run/used-tools.ts';
import { isStopping } from '../sandbox/sandbox.ts';

/**
 * `--provision`: fetch and build the tools of entries, run nothing.
 *
 * @returns how many environments cannot be had.
 */
export async function provisionEntries(entries: readonly LabEntry[], options: Options): Promise<number> {
  const wanted = entries.flatMap((entry) =>
    entry.lab.environments
      .filter(({ id }) => options.filters.environment?.has(id) ?? true)
      .map((environment) => ({ entry, environment })),
  );
  let missing = 0;
  for (const [index, { entry, environment }] of wanted.entries()) {
    const place = `${index + 1} of ${wanted.length}`;
    try {
      await provide(entry, environment, options, place);
    } catch (error) {
      if (!(error instanceof Unavailable) || isStopping()) throw error;
      missing++;
      log(`${place}  ${entry.id} ${environment.id}: CANNOT BE HAD. ${error.message}`);
    }
  }
  return missing;
}

/** Provide the tools of an environment of an entry, and say which they are. */
export async function provide(
  entry: LabEntry,
  environment: LabEnvironment,
  { update }: Pick<Options, 'update'>,
  place = '',
): Promise<Provisioned> {
  const start = Date.now();
  const { packages, cache } = entry.lab;
  const label = `${place === '' ? '' : `${place}  `}${entry.id} ${environment.id}`;
  const progress: Progress = (line) => log(`${label}: ${line}`);
  const before = entry.previous?.environments[environment.id];
  const pins = { ...before?.versions, ...before?.packages };
  const provisioned = await provision(environment, { packages, cache, pins, update, progress });
  await addTools(provisioned, environment, usedTools(entry, environment), progress);
  for (const registry of registriesOf(entry, environment)) await provideRegistry(registry, progress);
  const seconds = Math.round((Date.now() - start) / 1000);
  const tools = Object.entries(provisioned.versions).map(([tool, version]) => `${tool} ${version}`);
  log(`${label}: ${tools.join(', ')}${seconds > 0 ? ` (${seconds} s)` : ''}`);
  return provisioned;
}

/** List the registries of all causes of an entry. */
function registriesOf({ lab }: LabEntry, environment: LabEnvironment): Registry[] {
  return Object.keys(lab.causes).flatMap((cause) => resolveScenario(lab, environment, cause).registry ?? []);
}
