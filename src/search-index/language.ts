import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Notes } from '../cache/notes.ts';
import type { Locale } from '../i18n/locales.ts';
import { readPages, type SearchedPage } from './pages.ts';

/** A language to read. */
interface LanguageTask {
  /** Folder of the built site. */
  directory: string;
  locale: Locale;
  /** Of its pages, below the base, without a slash at either end. */
  paths: readonly string[];
  /** Folder that is kept between builds. */
  cache: string;
}

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

/** Read the pages of a language, and find out whether an earlier build made the same index of them. */
export async function readLanguage({ directory, locale, paths, cache }: LanguageTask): Promise<Language> {
  const notes = new Notes<string>(join(cache, `${locale}.pages.json`));
  const pages = await readPages(directory, paths, notes);
  notes.save();
  const kept = join(cache, `${locale}.${digestOf(pages)}`);
  const isNew = !existsSync(kept);
  return { kept, isNew, count: pages.length, pages: isNew ? pages : [] };
}

/** Of the pages and of all that makes an index of them. */
function digestOf(pages: readonly SearchedPage[]): string {
  const hash = createHash('sha256');
  for (const path of ['../../node_modules/pagefind/package.json', './order.ts', './index-language.ts'])
    hash.update(readFileSync(new URL(path, import.meta.url)));
  for (const { url, html } of pages) hash.update(`${url} ${html.length}\n`).update(html);
  return hash.digest('hex').slice(0, 16);
}
