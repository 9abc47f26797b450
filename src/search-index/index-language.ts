import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { orderFilters } from './order.ts';
import type { SearchedPage } from './pages.ts';
import { leaveQueriesWhole } from './queries.ts';

/** Pages sent to Pagefind before it has said that it read the first of them: it never waits for the next. */
const AHEAD = 64;

/**
 * Index the pages of a language, and keep the index.
 *
 * @param kept folder to keep it in
 * @throws Error with what Pagefind says is wrong
 */
export async function indexLanguage(pages: readonly SearchedPage[], kept: string): Promise<void> {
  try {
    // A build that breaks off leaves no half of an index.
    const part = `${kept}.part`;
    rmSync(part, { recursive: true, force: true });
    await writeIndex(pages, part);
    orderFilters(part);
    leaveQueriesWhole(part);
    renameSync(part, kept);
  } finally {
    await close();
  }
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
