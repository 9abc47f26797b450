import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Notes } from '../cache/notes.ts';
import type { Locale } from '../i18n/locales.ts';
import { readPages, type SearchedPage } from './pages.ts';

/** What is searched in a language. */
export interface Language {
  /** Folder that keeps its index. All that it depends on decides its name. */
  kept: string;
  /** Whether no earlier build made that index. */
  isNew: boolean;
  count: number;
  /** All of its pages where the index is new; otherwise nobody needs them. */
  pages: readonly SearchedPage[];
}

/** Reads the pages of a language, with what it read in the build before. */
export class LanguageReader {
  readonly #index: string;
  readonly #notes: Notes<string>;

  /** @param cache folder that is kept between builds */
  constructor(locale: Locale, cache: string) {
    this.#index = join(cache, locale);
    this.#notes = new Notes(`${this.#index}.pages.json`);
  }

  /**
   * Read pages, and find out whether an earlier build made the same index of them.
   *
   * @param directory of the built site
   * @param paths of the pages below the base, without a slash at either end
   */
  async read(directory: string, paths: readonly string[]): Promise<Language> {
    const pages = await readPages(directory, paths, this.#notes);
    const kept = `${this.#index}.${digestOf(pages)}`;
    const isNew = !existsSync(kept);
    return { kept, isNew, count: pages.length, pages: isNew ? pages : [] };
  }

  /** Keep for the next build what was read. */
  keep(): void {
    this.#notes.save();
  }
}

/** Of the pages and of all that makes an index of them. */
function digestOf(pages: readonly SearchedPage[]): string {
  const hash = createHash('sha256');
  const made = [
    '../../node_modules/pagefind/package.json',
    './order.ts',
    './queries.ts',
    './index-language.ts',
  ];
  for (const path of made) hash.update(readFileSync(new URL(path, import.meta.url)));
  for (const { url, html } of pages) hash.update(`${url} ${html.length}\n`).update(html);
  return hash.digest('hex').slice(0, 16);
}
