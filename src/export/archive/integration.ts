import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteAddress } from '../../server/address.ts';
import { PATHS } from '../urls.ts';
import { writeArchive } from './write.ts';

/** Pack the built site, so that anyone can take it along. Comes last. */
export function archiveIntegration({ base }: SiteAddress): AstroIntegration {
  return {
    name: 'archive',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const licence = readFileSync(new URL('../../../LICENSE-CONTENT', import.meta.url), 'utf8');
        const bytes = await writeArchive(fileURLToPath(dir), base, licence);
        logger.info(`${PATHS.archive}: ${(bytes / 1024 / 1024).toFixed(1)} MiB`);
      },
    },
  };
}
