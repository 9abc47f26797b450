import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LOCALES } from '../i18n/locales.ts';
import { withThreads } from '../process/threads.ts';
import type { IndexTask, LanguageIndex } from './index-language.ts';
import { joinIndexes } from './join.ts';

/**
 * Make the search index of a built site from one index a language, and write it to pagefind/. Languages whose pages
 * are as they were in an earlier build are taken from the cache.
 *
 * @param directory of the site, all pages of entries being there
 * @param cache folder that is kept between builds
 * @throws Error with what Pagefind says is wrong
 */
export async function writeSearchIndex(directory: string, cache: string): Promise<LanguageIndex[]> {
  mkdirSync(cache, { recursive: true });
  // One language at a time: Pagefind holds all words of all pages in memory.
  const indexes = await withThreads(new URL('./worker.ts', import.meta.url), 1, (thread) =>
    Promise.all(
      LOCALES.map(
        (locale) => thread.run({ directory, locale, cache } satisfies IndexTask) as Promise<LanguageIndex>,
      ),
    ),
  );
  joinIndexes(
    indexes.map(({ kept }) => kept),
    join(directory, 'pagefind'),
  );
  const current = indexes.map(({ kept }) => basename(kept));
  for (const name of readdirSync(cache))
    if (!current.includes(name)) rmSync(join(cache, name), { recursive: true });
  return indexes;
}
