import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentRoot } from '../entry/load/files.ts';
import { loadTaxonomy } from '../entry/load/knowledge-base.ts';
import { formatProblems } from '../entry/problems/problem.ts';
import type { SiteAddress } from '../server/address.ts';
import { headersFile } from '../server/headers.ts';
import { repositoryAddress } from '../server/repository.ts';
import type { ExportContext } from './collect/collector.ts';
import { directorySink } from './collect/sink.ts';
import { serveExport } from './develop.ts';
import { takeEntries } from './handover.ts';
import { listGuide } from './llms/guide.ts';
import { collectDates } from './sitemap/dates.ts';
import { indexedPages } from './sitemap/pages.ts';
import { writeSitemaps } from './sitemap/sitemap.ts';
import { writeExports } from './write.ts';

/** Serve the exports while developing; write them, and `_headers`, in a build. */
export function exportsIntegration(site: SiteAddress): AstroIntegration {
  return {
    name: 'exports',
    hooks: {
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
        await writeExports(takeEntries(), contextOf(site), sink, [dates]);
        const built = pages.map(({ pathname }) => pathname);
        writeSitemaps(indexedPages(directory, site.base, built), site, dates.dateOf, sink);
        writeFileSync(join(directory, '_headers'), headersFile(site.base));
        logger.info(`${sink.count} files in ${((performance.now() - start) / 1000).toFixed(1)} s`);
      },
    },
  };
}

/** @throws Error with all problems of taxonomy.yaml, if it has any */
function contextOf(site: SiteAddress): ExportContext {
  const { taxonomy, problems } = loadTaxonomy(contentRoot());
  if (taxonomy === null) throw new Error(`\n${formatProblems(problems)}`);
  return { site, taxonomy, guide: listGuide(contentRoot()), repository: repositoryAddress() };
}
