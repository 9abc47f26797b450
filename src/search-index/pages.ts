import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { skim } from './skim.ts';

/** What the search is to find of a page. */
export interface SearchedPage {
  /** Below the base. */
  url: string;
  /** In UTF-8: a string might hold on to the whole page of which it is a part. */
  html: Buffer;
}

/**
 * Read the pages that are searched. In the order of their paths, so that an index numbers them alike whatever the order in
 * which they were rendered.
 *
 * @param directory of the built site
 * @param paths of pages below the base, without a slash at either end
 */
export function readPages(directory: string, paths: readonly string[]): SearchedPage[] {
  return [...paths].sort().flatMap((path): SearchedPage[] => {
    const html = skimFile(join(directory, path, 'index.html'));
    return html === null ? [] : [{ url: `/${path}/`, html: Buffer.from(html) }];
  });
}

function skimFile(file: string): string | null {
  try {
    return skim(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
