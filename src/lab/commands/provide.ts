import type { LabEnvironment } from '../../entry/schema/lab.ts';
import { log } from '../cli/log.ts';
import type { Options } from '../cli/options.ts';
import { type Provisioned, provision } from '../provision/environment.ts';
import { wantedPackages } from '../provision/wanted.ts';
import type { LabEntry } from '../read.ts';

/** `--provision`: fetch and build the tools of entries, run nothing. */
export async function provisionEntries(entries: readonly LabEntry[], options: Options): Promise<void> {
  for (const entry of entries) {
    for (const environment of entry.lab.environments) await provide(entry, environment, options);
  }
}

/** Provide the tools of an environment of an entry, and say which they are. */
export async function provide(
  entry: LabEntry,
  environment: LabEnvironment,
  { update }: Pick<Options, 'update'>,
): Promise<Provisioned> {
  const start = Date.now();
  const { cache } = entry.lab;
  const packages = wantedPackages(entry.lab);
  const pins = entry.previous?.environments[environment.id]?.versions ?? {};
  const provisioned = await provision(environment, { packages, cache, pins, update });
  const seconds = Math.round((Date.now() - start) / 1000);
  const tools = Object.entries(provisioned.versions).map(([tool, version]) => `${tool} ${version}`);
  log(`${entry.id} ${environment.id}: ${tools.join(', ')}${seconds > 0 ? ` (${seconds} s)` : ''}`);
  return provisioned;
}
