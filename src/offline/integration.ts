import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeOffline } from './write.ts';

/** Let readers keep the site on their device. Comes after all that writes files which are kept. */
export function offlineIntegration(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { parts, version } = await writeOffline(fileURLToPath(dir));
        const files = parts.reduce((sum, part) => sum + part.files, 0);
        logger.info(`version ${version}: ${files} files in ${parts.length} parts`);
      },
    },
  };
}
