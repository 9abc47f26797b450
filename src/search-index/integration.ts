import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Tinypool } from 'tinypool';
import type { OutputFolder } from '../output/folder.ts';
import { beginThreads } from '../process/threads.ts';
import { renderFirst } from './render-first.ts';
import type { LanguageIndex, SearchTask } from './search-index.ts';

const WORKER = new URL('./worker.ts', import.meta.url);

/** What is searched: the pages of entries. */
const SEARCHED = 'src/pages/[...locale]/[domain]/[slug].astro';

/**
 * Index the pages of entries for the search in the browser, under pagefind/. They are rendered first, and indexed beside
 * all that comes between `begin` and `end`.
 */
export function searchIndex(output: OutputFolder): { begin: AstroIntegration; end: AstroIntegration } {
  let [directory, cache, concurrency] = ['', '', 1];
  let paths: string[] = [];
  let thread: Tinypool;
  let begun: Promise<void>;
  let indexing: Promise<LanguageIndex[]> | null = null;
  const index = async (): Promise<LanguageIndex[]> => {
    try {
      await begun;
      const task: SearchTask = { directory, paths, taken: output.takenKeys('search') };
      return (await thread.run(task, { name: 'write' })) as LanguageIndex[];
    } finally {
      await thread.destroy();
    }
  };
  const indexOnce = (): void => {
    indexing ??= index();
    // A failure shows when its end is waited for.
    indexing.catch(() => undefined);
  };
  const begin: AstroIntegration = {
    name: 'search-index-begin',
    hooks: {
      'astro:config:done': ({ config }) => {
        directory = fileURLToPath(config.outDir);
        cache = join(fileURLToPath(config.cacheDir), 'search');
        concurrency = config.build.concurrency;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        thread = beginThreads(WORKER, 1);
        begun = thread.run(cache, { name: 'begin' }) as Promise<void>;
        begun.catch(() => undefined);
        setPrerenderer((prerenderer) =>
          renderFirst(prerenderer, concurrency, {
            component: SEARCHED,
            ready: () => output.begun(),
            listed: (all) => {
              paths = all;
            },
            written: indexOnce,
          }),
        );
      },
      'astro:build:generated': indexOnce,
    },
  };
  const end: AstroIntegration = {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ logger }) => {
        const indexes = (await indexing) ?? [];
        output.settle(
          'search',
          indexes.map(({ name }) => name),
        );
        for (const { name, files } of indexes) output.claim('search', name, files);
        const pages = indexes.reduce((sum, one) => sum + one.pages, 0);
        const made = indexes.filter(({ isNew }) => isNew).length;
        logger.info(`${pages} pages indexed for search, ${made} of ${indexes.length} languages anew`);
      },
    },
  };
  return { begin, end };
}
