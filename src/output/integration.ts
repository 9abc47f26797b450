import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { OutputFolder } from './folder.ts';

/**
 * Take over from the build before what need not be written again.
 *
 * @returns the folder, what comes first of all integrations, and what comes last
 */
export function outputIntegrations(): {
  folder: OutputFolder;
  first: AstroIntegration;
  last: AstroIntegration;
} {
  const folder = new OutputFolder();
  let directory = '';
  let cache = '';
  return {
    folder,
    first: {
      name: 'output',
      hooks: {
        'astro:config:done': ({ config }) => {
          directory = fileURLToPath(config.outDir);
          cache = fileURLToPath(config.cacheDir);
        },
        'astro:build:start': () => folder.begin(directory, cache),
        'astro:build:done': ({ pages }) => {
          // Astro leaves a page that is there as it is if its key and code are the same, and writes all others. The page of
          // errors is no folder.
          const paths = pages
            .map(({ pathname }) => `${pathname}index.html`)
            .filter((path) => existsSync(join(directory, path)));
          folder.settle('pages', paths);
          for (const path of paths) folder.claim('pages', path, [path]);
        },
      },
    },
    last: { name: 'output-end', hooks: { 'astro:build:done': () => folder.end() } },
  };
}
