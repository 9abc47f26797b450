import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../i18n/locales.ts';
import { withThreads } from '../process/threads.ts';
import type { IndexTask, LanguageIndex } from './index-language.ts';
import { joinIndexes } from './join.ts';

/**
 * Make the search index of a built site from one index a language, and write it to pagefind/. Languages whose pages
 * are as they were in an earlier build are taken from the cache.
 *
 * @param directory of the site
 * @param paths of the pages of all entries, below the base; they are written
 * @param cache folder that is kept between builds
 * @throws Error with what Pagefind says is wrong
 */
export async function writeSearchIndex(
  directory: string,
  paths: readonly string[],
  cache: string,
): Promise<LanguageIndex[]> {
  mkdirSync(cache, { recursive: true });
  // One language at a time: Pagefind holds all words of all pages in memory.
  const indexes = await withThreads(new URL('./worker.ts', import.meta.url), 1, (thread) =>
    Promise.all(
      LOCALES.map(
        (locale) =>
          thread.run({
            directory,
            locale,
            paths: pathsIn(paths, locale),
            cache,
          } satisfies IndexTask) as Promise<LanguageIndex>,
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

/** Those of a language, without a slash at either end. */
function pathsIn(paths: readonly string[], locale: Locale): string[] {
  const bare = paths.map((path) => path.replace(/^\/|\/$/g, ''));
  const others = LOCALES.filter((one) => one !== DEFAULT_LOCALE);
  const localeOf = (path: string): Locale =>
    others.find((one) => path.startsWith(`${one}/`)) ?? DEFAULT_LOCALE;
  return bare.filter((path) => localeOf(path) === locale);
}
