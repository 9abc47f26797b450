import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteAddress } from '../../server/address.ts';
import { PATHS } from '../urls.ts';
import { writeArchive } from './write.ts';

/** Pack the built site, so that anyone can take it along. Comes last. */
export function archiveIntegration({ base }: SiteAddress): AstroIntegration {
  let cache = '';
  return {
    name: 'archive',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.cacheDir), 'archive');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const licence = readFileSync(new URL('../../../LICENSE-CONTENT', import.meta.url), 'utf8');
        const bytes = await writeArchive(fileURLToPath(dir), base, licence, cache);
        logger.info(`${PATHS.archive}: ${(bytes / 1024 / 1024).toFixed(1)} MiB`);
      },
    },
  };
}
