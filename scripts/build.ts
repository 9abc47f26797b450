// Checks the content, then builds the site into dist/.
import { endWithNpm, runNode } from './process.ts';

const ASTRO = 'node_modules/astro/bin/astro.mjs';

/**
 * Check the content and build the site; SITE_URL and BASE_PATH say where it will stand.
 *
 * @returns exit status
 */
export async function build(): Promise<number> {
  const checked = await runNode(['src/check/main.ts']);
  return checked === 0 ? runNode([ASTRO, 'build']) : checked;
}

if (import.meta.main) {
  endWithNpm();
  process.exitCode = await build();
}
