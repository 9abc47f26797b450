import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { forgetKept } from '../cache/kept.ts';
import { contentRoot } from '../entry/load/files.ts';
import { loadTaxonomy } from '../entry/load/knowledge-base.ts';
import { formatProblems } from '../entry/problems/problem.ts';
import type { OutputFolder } from '../output/folder.ts';
import type { SiteAddress } from '../server/address.ts';
import { headersFile } from '../server/headers.ts';
import { repositoryAddress } from '../server/repository.ts';
import type { ExportContext } from './collect/collector.ts';
import { collectPictures } from './collect/pictures.ts';
import type { EntryShare } from './collect/share.ts';
import { directorySink } from './collect/sink.ts';
import { serveExport } from './develop.ts';
import type { ExportTask } from './kept/export-entry.ts';
import { Exporter } from './kept/exporter.ts';
import { listTasks } from './kept/list-tasks.ts';
import { listGuide } from './llms/guide.ts';
import { collectDates } from './sitemap/dates.ts';
import { indexedPages } from './sitemap/pages.ts';
import { writeSitemaps } from './sitemap/sitemap.ts';
import { writeShared } from './write.ts';

/** Serve the exports while developing; write them, and `_headers`, in a build. */
export function exportsIntegration(site: SiteAddress, output: OutputFolder): AstroIntegration {
  let cache = '';
  let directory = '';
  let tasks: ExportTask[] = [];
  let exporter = new Exporter(tasks);
  return {
    name: 'exports',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.cacheDir), 'exports');
        directory = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          serveExport(contextOf(site), request, response).then((served) => {
            if (!served) next();
          }, next);
        });
      },
      // The entries are loaded by now. While their pages are rendered, threads make what they are exported to.
      'astro:build:start': () => {
        const context = contextOf(site);
        output.onBegun(() => {
          tasks = listTasks(directory, cache, context, output);
          forgetKept(cache, new Set(tasks.flatMap(({ kept, keptFiles }) => [kept, keptFiles])));
          output.settle(
            'exports',
            tasks.map(({ kept }) => kept),
          );
          exporter = new Exporter(tasks);
          exporter.prepare();
        });
      },
      'astro:build:done': async ({ pages, logger }) => {
        const start = performance.now();
        const sink = directorySink(directory);
        const dates = collectDates(site);
        const context = contextOf(site);
        let count = 0;
        async function* shares(): AsyncGenerator<EntryShare> {
          let at = 0;
          for await (const { share, paths } of exporter.write()) {
            const key = tasks[at++]?.kept ?? '';
            output.claim('exports', key, paths ?? output.taken('exports', key) ?? []);
            count += paths?.length ?? 0;
            yield share;
          }
        }
        await writeShared(shares(), context, sink, [dates, collectPictures()]);
        const built = pages.map(({ pathname }) => pathname);
        writeSitemaps(indexedPages(directory, site.base, built), site, dates.dateOf, sink);
        writeFileSync(join(directory, '_headers'), headersFile(site.base));
        logger.info(
          `${sink.count + count} files written in ${((performance.now() - start) / 1000).toFixed(1)} s`,
        );
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
