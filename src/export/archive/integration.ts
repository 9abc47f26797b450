import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withThreads } from '../../process/threads.ts';
import type { SiteAddress } from '../../server/address.ts';
import { PATHS } from '../urls.ts';
import type { ArchiveTask } from './write.ts';

const WORKER = new URL('./worker.ts', import.meta.url);

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
        const task: ArchiveTask = { directory: fileURLToPath(dir), base, licence, cache };
        const bytes = await withThreads(WORKER, 1, (thread) => thread.run(task) as Promise<number>);
        logger.info(`${PATHS.archive}: ${(bytes / 1024 / 1024).toFixed(1)} MiB`);
      },
    },
  };
}
