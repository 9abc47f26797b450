import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { LanguageIndex } from './index-language.ts';
import { writeSearchIndex } from './search-index.ts';

/**
 * Index the built pages for the search in the browser, under pagefind/, beside what other integrations do between
 * `begin` and `end`.
 */
export function searchIndex(): { begin: AstroIntegration; end: AstroIntegration } {
  let cache = '';
  let indexing: Promise<LanguageIndex[]> = Promise.resolve([]);
  const begin: AstroIntegration = {
    name: 'search-index-begin',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.cacheDir), 'search');
      },
      'astro:build:done': ({ dir }) => {
        indexing = writeSearchIndex(fileURLToPath(dir), cache);
        // A failure shows when its end is waited for.
        indexing.catch(() => undefined);
      },
    },
  };
  const end: AstroIntegration = {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ logger }) => {
        const indexes = await indexing;
        const pages = indexes.reduce((sum, one) => sum + one.pages, 0);
        const made = indexes.filter(({ isNew }) => isNew).length;
        logger.info(`${pages} pages indexed for search, ${made} of ${indexes.length} languages anew`);
      },
    },
  };
  return { begin, end };
}
