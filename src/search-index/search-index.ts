import { mkdirSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../i18n/locales.ts';
import { indexLanguage } from './index-language.ts';
import { joinIndexes, ownFiles } from './join.ts';
import { type Language, LanguageReader } from './language.ts';

const FOLDER = 'pagefind';

/** A site to index: plain data, so that it can be sent to a thread. */
export interface SearchTask {
  /** Folder of the site. */
  directory: string;
  /** Of the pages of all entries, below the base; they are written. */
  paths: readonly string[];
  /** Names of indexes of a language whose own files stand in the site already. */
  taken: readonly string[];
}

/** The index of a language. */
export interface LanguageIndex {
  /** All that it depends on decides its name. */
  name: string;
  pages: number;
  /** Whether no earlier build had made it. */
  isNew: boolean;
  /** Its own files: paths below the site. */
  files: string[];
}

/** Makes the search index of a site from one index a language. */
export class SearchIndex {
  readonly #cache: string;
  readonly #readers: Map<Locale, LanguageReader>;

  /**
   * Read what an earlier build kept, before there are pages.
   *
   * @param cache folder that is kept between builds
   */
  constructor(cache: string) {
    mkdirSync(cache, { recursive: true });
    this.#cache = cache;
    this.#readers = new Map(LOCALES.map((locale) => [locale, new LanguageReader(locale, cache)]));
  }

  /**
   * Index a site, and write the index to pagefind/. Languages whose pages are as they were in an earlier build are taken
   * from the cache.
   *
   * @throws Error with what Pagefind says is wrong
   */
  async write({ directory, paths, taken }: SearchTask): Promise<LanguageIndex[]> {
    const languages: Omit<Language, 'pages'>[] = [];
    let indexed = Promise.resolve();
    try {
      for (const [locale, reader] of this.#readers) {
        const { pages, ...language } = await reader.read(directory, pathsIn(paths, locale));
        languages.push(language);
        // One language at a time: Pagefind holds all words of all pages in memory. The next is read meanwhile.
        if (language.isNew) indexed = indexed.then(() => indexLanguage(pages, language.kept));
        // A failure shows when it is waited for, here and below.
        indexed.catch(() => undefined);
      }
    } catch (error) {
      await indexed.catch(() => undefined);
      throw error;
    }
    const forgotten = forgetOthers(this.#cache, languages);
    forgotten.catch(() => undefined);
    for (const reader of this.#readers.values()) reader.keep();
    await indexed;
    const isThere = ({ kept }: Pick<Language, 'kept'>): boolean => taken.includes(basename(kept));
    joinIndexes(
      languages.map((language) => ({ folder: language.kept, isThere: isThere(language) })),
      join(directory, FOLDER),
    );
    await forgotten;
    return languages.map(({ kept, count, isNew }) => ({
      name: basename(kept),
      pages: count,
      isNew,
      files: ownFiles(kept).map((path) => `${FOLDER}/${path}`),
    }));
  }
}

/** Delete indexes that an earlier build kept, but for those of these languages. */
async function forgetOthers(cache: string, languages: readonly Pick<Language, 'kept'>[]): Promise<void> {
  const current = new Set(languages.map(({ kept }) => basename(kept)));
  const others = readdirSync(cache, { withFileTypes: true })
    .filter((item) => item.isDirectory() && !current.has(item.name.replace(/\.part$/, '')))
    .map(({ name }) => rm(join(cache, name), { recursive: true }));
  await Promise.all(others);
}

/** Those of a language, without a slash at either end. */
function pathsIn(paths: readonly string[], locale: Locale): string[] {
  const bare = paths.map((path) => path.replace(/^\/|\/$/g, ''));
  const others = LOCALES.filter((one) => one !== DEFAULT_LOCALE);
  const localeOf = (path: string): Locale =>
    others.find((one) => path.startsWith(`${one}/`)) ?? DEFAULT_LOCALE;
  return bare.filter((path) => localeOf(path) === locale);
}
