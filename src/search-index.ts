import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { orderFilters } from './search-order.ts';

/**
 * Index the built pages for the search in the browser: one index a language, under pagefind/.
 *
 * Only what stands in a `data-pagefind-body` is indexed, that is entries.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await indexFolder(fileURLToPath(dir));
        logger.info(`${pages} pages indexed for search`);
      },
    },
  };
}

/** Parts of an entry that repeat it, count it or control it: nobody searches for these. */
const NOT_TEXT = [
  '.path',
  '.gau',
  '.read',
  '.mx',
  '.key',
  '.by',
  '.saf',
  '.anchor',
  '.rec',
  'section > h2',
  '[aria-labelledby=reports]',
  '[aria-labelledby=related]',
];

/** Pages of entries, and few others; not those of their trials, which are many and hold nothing to index. */
const PAGES = '{*/*,zh/*/*}/index.html';

/**
 * Index the pages of a folder and write the index into it.
 *
 * @returns how many pages were read
 * @throws Error with what Pagefind says is wrong
 */
async function indexFolder(folder: string): Promise<number> {
  const { index, errors } = await createIndex({ excludeSelectors: NOT_TEXT });
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: folder, glob: PAGES });
    const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
    const failed = [...added.errors, ...written.errors];
    if (failed.length > 0) throw new Error(`Pagefind could not index ${folder}: ${failed.join('; ')}`);
    orderFilters(`${folder}/pagefind`);
    return added.page_count;
  } finally {
    await close();
  }
}
