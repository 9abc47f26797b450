import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeOffline } from './write.ts';

/** Let readers keep the site on their device. Comes after all that writes files which are kept. */
export function offlineIntegration(): AstroIntegration {
  let notes = '';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        notes = join(fileURLToPath(config.cacheDir), 'offline.json');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { parts, version } = await writeOffline(fileURLToPath(dir), notes);
        const files = parts.reduce((sum, part) => sum + part.files, 0);
        logger.info(`version ${version}: ${files} files in ${parts.length} parts`);
      },
    },
  };
}
