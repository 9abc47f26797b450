import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Notes, stampOf } from '../cache/notes.ts';
import { skim } from './skim.ts';

/** What the search is to find of a page. */
export interface SearchedPage {
  /** Below the base. */
  url: string;
  html: string;
}

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
export function readPages(directory: string, paths: readonly string[], notes: Notes<string>): SearchedPage[] {
  return [...paths].sort().flatMap((path): SearchedPage[] => {
    const file = join(directory, path, 'index.html');
    const key = `${CODE} ${path} ${stampOf(file).stamp}`;
    const html = notes.get(key) ?? skimFile(file);
    notes.set(key, html);
    return html === '' ? [] : [{ url: `/${path}/`, html }];
  });
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
