import type { LabEnvironment } from '../../entry/schema/lab.ts';
import type { Options } from '../cli/options.ts';
import type { Display } from '../progress/display.ts';
import { type Provisioned, provision } from '../provision/environment.ts';
import type { LabEntry } from '../read.ts';

/** Shorter than this, the tools were there already. */
const NOTABLE_SECONDS = 2;

/** `--provision`: fetch and build the tools of entries, run nothing. */
export async function provisionEntries(
  entries: readonly LabEntry[],
  options: Options,
  display: Display,
): Promise<void> {
  for (const entry of entries) {
    for (const environment of entry.lab.environments) {
      const { versions } = await provide(entry, environment, options, display);
      const tools = Object.entries(versions).map(([tool, version]) => `${tool} ${version}`);
      display.say(`${entry.id} ${environment.id}: ${tools.join(', ')}`);
    }
  }
}

/** Provide the tools of an environment of an entry; says so where that took a while. */
export async function provide(
  entry: LabEntry,
  environment: LabEnvironment,
  { update }: Pick<Options, 'update'>,
  display: Display,
): Promise<Provisioned> {
  const start = Date.now();
  const { packages, cache } = entry.lab;
  const pins = entry.previous?.environments[environment.id]?.versions ?? {};
  const provisioned = await provision(environment, { packages, cache, pins, update });
  const seconds = Math.round((Date.now() - start) / 1000);
  if (seconds >= NOTABLE_SECONDS) display.say(`${entry.id} ${environment.id}: tools provided (${seconds} s)`);
  return provisioned;
}
