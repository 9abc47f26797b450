// Checks the content, then builds the site into dist/.
import { endWithNpm, runNode } from './process.ts';

/**
 * Arguments of Node that build the site. V8 gives short-lived objects up to 16 MiB three times over in each thread: with 8 a
 * large build takes a sixth less memory, and as long.
 */
export const ASTRO_BUILD: readonly string[] = [
  '--max-semi-space-size=8',
  'node_modules/astro/bin/astro.mjs',
  'build',
];

/**
 * Check the content and build the site; SITE_URL and BASE_PATH say where it will stand.
 *
 * @returns exit status
 */
export async function build(): Promise<number> {
  const checked = await runNode(['src/check/main.ts']);
  return checked === 0 ? runNode([...ASTRO_BUILD]) : checked;
}

if (import.meta.main) {
  endWithNpm();
  process.exitCode = await build();
}
