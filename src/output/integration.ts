import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { deleteFolder, moveAside } from './move-aside.ts';

/**
 * Begin with an empty folder, without waiting until the one before is deleted.
 *
 * @returns what comes first of all integrations, and what comes last
 */
export function outputIntegrations(): { first: AstroIntegration; last: AstroIntegration } {
  let output = '';
  let aside = '';
  let deleted = Promise.resolve();
  return {
    first: {
      name: 'output',
      hooks: {
        'astro:config:done': ({ config }) => {
          output = fileURLToPath(config.outDir);
          aside = join(fileURLToPath(config.cacheDir), 'removed');
        },
        'astro:build:start': () => {
          moveAside(output, aside);
          deleted = deleteFolder(aside);
          // Should the build fail first, then with its own words.
          deleted.catch(() => undefined);
        },
      },
    },
    last: { name: 'output-before', hooks: { 'astro:build:done': () => deleted } },
  };
}
