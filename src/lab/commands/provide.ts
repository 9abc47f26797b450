import { resolveScenario } from '../../entry/scenario.ts';
import type { LabEnvironment } from '../../entry/schema/lab.ts';
import type { Registry } from '../../entry/schema/lab-registry.ts';
import type { Options } from '../cli/options.ts';
import { Unavailable } from '../errors.ts';
import type { Display } from '../progress/display.ts';
import { addTools, type Provisioned, provision } from '../provision/environment.ts';
import { wantedPackages } from '../provision/wanted.ts';
import type { LabEntry } from '../read.ts';
import { provideRegistry } from '../registry/build.ts';
import { usedTools } from '../run/used-tools.ts';
import { isStopping } from '../sandbox/sandbox.ts';

/**
 * `--provision`: fetch and build the tools of entries, run nothing.
 *
 * @returns why environments cannot be had, an `id environment: …` each.
 */
export async function provisionEntries(
  entries: readonly LabEntry[],
  options: Options,
  display: Display,
): Promise<string[]> {
  const wanted = entries.flatMap((entry) =>
    entry.lab.environments
      .filter(({ id }) => options.filters.environment?.has(id) ?? true)
      .map((environment) => ({ entry, environment })),
  );
  const missing: string[] = [];
  for (const [index, { entry, environment }] of wanted.entries()) {
    const label = `${index + 1} of ${wanted.length}  ${entry.id} ${environment.id}`;
    try {
      const start = Date.now();
      const { versions } = await provide(entry, environment, options, (line) => display.stage(label, line));
      const seconds = Math.round((Date.now() - start) / 1000);
      const tools = Object.entries(versions).map(([tool, version]) => `${tool} ${version}`);
      display.say(`${label}: ${tools.join(', ')}${seconds > 0 ? ` (${seconds} s)` : ''}`);
    } catch (error) {
      if (!(error instanceof Unavailable) || isStopping()) throw error;
      missing.push(`${entry.id} ${environment.id}: ${error.message}`);
      display.say(`${label}: CANNOT BE HAD. ${error.message}`);
    }
  }
  return missing;
}

/** Provide the tools of an environment of an entry, those that its steps change to included. */
export async function provide(
  entry: LabEntry,
  environment: LabEnvironment,
  { update }: Pick<Options, 'update'>,
  progress: (line: string) => void,
): Promise<Provisioned> {
  const { cache } = entry.lab;
  const packages = wantedPackages(entry.lab);
  const before = entry.previous?.environments[environment.id];
  const pins = { ...before?.versions, ...before?.packages };
  const provisioned = await provision(environment, { packages, cache, pins, update, progress });
  await addTools(provisioned, environment, usedTools(entry, environment), progress);
  for (const registry of registriesOf(entry, environment)) await provideRegistry(registry, progress);
  return provisioned;
}

/** List the registries of all causes of an entry. */
function registriesOf({ lab }: LabEntry, environment: LabEnvironment): Registry[] {
  return Object.keys(lab.causes).flatMap((cause) => resolveScenario(lab, environment, cause).registry ?? []);
}
