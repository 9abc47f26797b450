import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Tinypool } from 'tinypool';
import { beginThreads } from '../../process/threads.ts';
import type { SiteAddress } from '../../server/address.ts';
import { PATHS } from '../urls.ts';
import type { ArchiveTask } from './write.ts';

const WORKER = new URL('./worker.ts', import.meta.url);

/**
 * Pack the built site, so that anyone can take it along: with `begin` the files that are there, beside what comes
 * between the two, and with `end` the rest.
 */
export function archiveIntegrations({ base }: SiteAddress): {
  begin: AstroIntegration;
  end: AstroIntegration;
} {
  let cache = '';
  let thread: Tinypool;
  let begun: Promise<void>;
  const begin: AstroIntegration = {
    name: 'archive-begin',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.cacheDir), 'archive');
      },
      'astro:build:done': ({ dir }) => {
        const licence = readFileSync(new URL('../../../LICENSE-CONTENT', import.meta.url), 'utf8');
        const task: ArchiveTask = { directory: fileURLToPath(dir), base, licence, cache };
        thread = beginThreads(WORKER, 1);
        begun = thread.run(task, { name: 'begin' }) as Promise<void>;
        // A failure shows when its end is waited for.
        begun.catch(() => undefined);
      },
    },
  };
  const end: AstroIntegration = {
    name: 'archive',
    hooks: {
      'astro:build:done': async ({ logger }) => {
        try {
          await begun;
          const bytes = (await thread.run(null, { name: 'end' })) as number;
          logger.info(`${PATHS.archive}: ${(bytes / 1024 / 1024).toFixed(1)} MiB`);
        } finally {
          await thread.destroy();
        }
      },
    },
  };
  return { begin, end };
}
