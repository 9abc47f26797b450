import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../i18n/locales.ts';
import { indexLanguage, type LanguageIndex } from './index-language.ts';
import { joinIndexes } from './join.ts';

/** A site to index: plain data, so that it can be sent to a thread. */
export interface SearchTask {
  /** Folder of the site. */
  directory: string;
  /** Of the pages of all entries, below the base; they are written. */
  paths: readonly string[];
  /** Folder that is kept between builds. */
  cache: string;
}

/**
 * Make the search index of a site from one index a language, and write it to pagefind/. Languages whose pages are as they
 * were in an earlier build are taken from the cache.
 *
 * @throws Error with what Pagefind says is wrong
 */
export async function writeSearchIndex({ directory, paths, cache }: SearchTask): Promise<LanguageIndex[]> {
  mkdirSync(cache, { recursive: true });
  const indexes: LanguageIndex[] = [];
  // One language at a time: Pagefind holds all words of all pages in memory.
  for (const locale of LOCALES)
    indexes.push(await indexLanguage({ directory, locale, paths: pathsIn(paths, locale), cache }));
  joinIndexes(
    indexes.map(({ kept }) => kept),
    join(directory, 'pagefind'),
  );
  const current = indexes.map(({ kept }) => basename(kept));
  for (const { name } of readdirSync(cache, { withFileTypes: true }).filter((item) => item.isDirectory()))
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
