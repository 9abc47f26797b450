import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../i18n/locales.ts';
import { skim } from './skim.ts';

/** What the search is to find of a page. */
export interface SearchedPage {
  /** Below the base. */
  url: string;
  /** In UTF-8: a string might hold on to the whole page of which it is a part. */
  html: Buffer;
}

/**
 * Read the pages of a language that are searched: entries, which stand two folders deep. In the order of their paths, so
 * that on all file systems an index numbers them alike.
 *
 * @param directory of the built site
 */
export function readPages(directory: string, locale: Locale): SearchedPage[] {
  const root = locale === DEFAULT_LOCALE ? directory : join(directory, locale);
  const isOtherLanguage = (name: string): boolean =>
    root === directory && LOCALES.some((one) => one === name);
  return foldersIn(root)
    .filter((domain) => !isOtherLanguage(domain))
    .flatMap((domain) => foldersIn(join(root, domain)).map((slug) => `${domain}/${slug}/`))
    .flatMap((path): SearchedPage[] => {
      const file = join(root, path, 'index.html');
      const html = existsSync(file) ? skimFile(file) : null;
      const prefix = locale === DEFAULT_LOCALE ? '/' : `/${locale}/`;
      return html === null ? [] : [{ url: prefix + path, html: Buffer.from(html) }];
    });
}

function skimFile(file: string): string | null {
  try {
    return skim(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

function foldersIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map(({ name }) => name)
    .sort();
}
