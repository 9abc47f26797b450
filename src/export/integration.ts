import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { digestCode } from '../entry/collection/digest.ts';
import { takeEntries } from '../entry/collection/handover.ts';
import { forgetKept, keptPath } from '../entry/collection/kept.ts';
import { contentRoot } from '../entry/load/files.ts';
import { loadTaxonomy } from '../entry/load/knowledge-base.ts';
import { formatProblems } from '../entry/problems/problem.ts';
import { askForPicture } from '../picture/handover.ts';
import type { SiteAddress } from '../server/address.ts';
import { headersFile } from '../server/headers.ts';
import { repositoryAddress } from '../server/repository.ts';
import type { Collector, ExportContext } from './collect/collector.ts';
import type { EntryShare } from './collect/share.ts';
import { picturesOf } from './collect/share.ts';
import { directorySink } from './collect/sink.ts';
import { serveExport } from './develop.ts';
import { exportAll } from './kept/export-all.ts';
import type { ExportTask } from './kept/export-entry.ts';
import { listGuide } from './llms/guide.ts';
import { collectDates } from './sitemap/dates.ts';
import { indexedPages } from './sitemap/pages.ts';
import { writeSitemaps } from './sitemap/sitemap.ts';
import { writeShared } from './write.ts';

/** Serve the exports while developing; write them, and `_headers`, in a build. */
export function exportsIntegration(site: SiteAddress): AstroIntegration {
  let cache = '';
  return {
    name: 'exports',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.cacheDir), 'exports');
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          serveExport(contextOf(site), request, response).then((served) => {
            if (!served) next();
          }, next);
        });
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        const directory = fileURLToPath(dir);
        const start = performance.now();
        const sink = directorySink(directory);
        const dates = collectDates(site);
        const context = contextOf(site);
        const tasks = listTasks(directory, cache, context);
        let count = 0;
        async function* shares(): AsyncGenerator<EntryShare> {
          for await (const exported of exportAll(tasks)) {
            count += exported.count;
            yield exported.share;
          }
        }
        await writeShared(shares(), context, sink, [dates, pictures]);
        forgetKept(cache, new Set(tasks.map(({ kept }) => kept)));
        const built = pages.map(({ pathname }) => pathname);
        writeSitemaps(indexedPages(directory, site.base, built), site, dates.dateOf, sink);
        writeFileSync(join(directory, '_headers'), headersFile(site.base));
        logger.info(`${sink.count + count} files in ${((performance.now() - start) / 1000).toFixed(1)} s`);
      },
    },
  };
}

/** Pages that are taken from an earlier build ask for no picture. */
const pictures: Collector = {
  add: (share) => {
    for (const picture of picturesOf(share)) askForPicture(picture);
  },
  finish: () => undefined,
};

/** The export of an entry depends on the entry, on all code, and on names in the taxonomy. */
function listTasks(directory: string, cache: string, { site, taxonomy }: ExportContext): ExportTask[] {
  const context = { site, taxonomy };
  const code = digestCode(fileURLToPath(new URL('../..', import.meta.url)), 'src');
  return takeEntries().map(({ id, digest, packed }) => {
    const all = createHash('sha256')
      .update(JSON.stringify([code, context, digest]))
      .digest('hex');
    return { id, root: contentRoot(), packed, kept: keptPath(cache, id, all), directory, context };
  });
}

/** @throws Error with all problems of taxonomy.yaml, if it has any */
function contextOf(site: SiteAddress): ExportContext {
  const { taxonomy, problems } = loadTaxonomy(contentRoot());
  if (taxonomy === null) throw new Error(`\n${formatProblems(problems)}`);
  return { site, taxonomy, guide: listGuide(contentRoot()), repository: repositoryAddress() };
}
