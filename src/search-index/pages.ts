import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Notes, stampOf } from '../cache/notes.ts';
import { skim } from './skim.ts';

/** What the search is to find of a page. */
export interface SearchedPage {
  /** Below the base. */
  url: string;
  html: string;
}

/** Pages that are read before others, those that are sent to Pagefind, have a turn. */
const AT_ONCE = 16;

/** Of what decides how a page is skimmed. */
const CODE = hash('sha256', readFileSync(new URL('./skim.ts', import.meta.url))).slice(0, 16);

/**
 * Read the pages that are searched. In the order of their paths, so that an index numbers them alike whatever the order in
 * which they were rendered.
 *
 * @param directory of the built site
 * @param paths of pages below the base, without a slash at either end
 * @param notes keep what was skimmed of pages that are still the same files
 */
export async function readPages(
  directory: string,
  paths: readonly string[],
  notes: Notes<string>,
): Promise<SearchedPage[]> {
  const pages: SearchedPage[] = [];
  for (const [at, path] of [...paths].sort().entries()) {
    if (at % AT_ONCE === 0) await setImmediate();
    const file = join(directory, path, 'index.html');
    const key = `${CODE} ${path} ${stampOf(file).stamp}`;
    const html = notes.get(key) ?? skimFile(file);
    notes.set(key, html);
    if (html !== '') pages.push({ url: `/${path}/`, html });
  }
  return pages;
}

/** @returns nothing for a page that is not searched */
function skimFile(file: string): string {
  try {
    // Copied: a string may hold on to the whole page of which it is a part.
    return Buffer.from(skim(readFileSync(file, 'utf8')) ?? '').toString();
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
