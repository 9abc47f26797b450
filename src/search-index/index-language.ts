import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { Notes } from '../cache/notes.ts';
import type { Locale } from '../i18n/locales.ts';
import { orderFilters } from './order.ts';
import { readPages, type SearchedPage } from './pages.ts';

/** A language to index. */
interface IndexTask {
  /** Folder of the built site. */
  directory: string;
  locale: Locale;
  /** Of its pages, below the base, without a slash at either end. */
  paths: readonly string[];
  /** Folder that is kept between builds. */
  cache: string;
}

/** The index of a language. */
export interface LanguageIndex {
  /** Folder that keeps it. All that it depends on decides its name. */
  kept: string;
  pages: number;
  /** Whether no earlier build had made it. */
  isNew: boolean;
}

/** Pages sent to Pagefind before it has said that it read the first of them: it never waits for the next. */
const AHEAD = 64;

/**
 * Index the pages of a language, unless an earlier build kept the same index.
 *
 * @throws Error with what Pagefind says is wrong
 */
export async function indexLanguage({ directory, locale, paths, cache }: IndexTask): Promise<LanguageIndex> {
  const notes = new Notes<string>(join(cache, `${locale}.pages.json`));
  const pages = readPages(directory, paths, notes);
  notes.save();
  const kept = join(cache, `${locale}.${digestOf(pages)}`);
  if (existsSync(kept)) return { kept, pages: pages.length, isNew: false };
  try {
    // A build that breaks off leaves no half of an index.
    const part = `${kept}.part`;
    rmSync(part, { recursive: true, force: true });
    await writeIndex(pages, part);
    orderFilters(part);
    renameSync(part, kept);
  } finally {
    await close();
  }
  return { kept, pages: pages.length, isNew: true };
}

/** Of the pages and of all that makes an index of them. */
function digestOf(pages: readonly SearchedPage[]): string {
  const hash = createHash('sha256');
  for (const path of ['../../node_modules/pagefind/package.json', './order.ts', './index-language.ts'])
    hash.update(readFileSync(new URL(path, import.meta.url)));
  for (const { url, html } of pages) hash.update(`${url} ${html.length}\n`).update(html);
  return hash.digest('hex').slice(0, 16);
}

/** Index pages, numbered in their order. */
async function writeIndex(pages: readonly SearchedPage[], folder: string): Promise<void> {
  const { index, errors } = await createIndex({});
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  const add = async ({ url, html }: SearchedPage): Promise<void> => {
    const added = await index.addHTMLFile({ url, content: html });
    if (added.errors.length > 0) throw new Error(`Pagefind cannot index ${url}: ${added.errors.join('; ')}`);
  };
  // Pagefind takes pages one by one, in the order in which they are sent.
  const underWay: Promise<void>[] = [];
  for (const page of pages) {
    const added = add(page);
    // A failure shows when it is waited for.
    added.catch(() => undefined);
    underWay.push(added);
    if (underWay.length > AHEAD) await underWay.shift();
  }
  await Promise.all(underWay);
  // Not `writeFiles`: it says that it is done while Pagefind still writes, and what ends Pagefind then leaves empty files.
  const { files, errors: failed } = await index.getFiles();
  if (failed.length > 0) throw new Error(`Pagefind made no index: ${failed.join('; ')}`);
  for (const { path, content } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
