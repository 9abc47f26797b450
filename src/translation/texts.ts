import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, listEntries } from '../entry/load/files.ts';
import { type Step, stepOf } from '../entry/prose/in-step.ts';
import { DEFAULT_LOCALE, LOCALES, type Locale } from '../i18n/locales.ts';

/** A text and one translation of it. */
export interface Translation {
  /** Id of the entry, or `guide/<page>`. */
  name: string;
  /** Path of the translation. */
  path: string;
  translated: string;
  english: string;
  step: Step;
}

const TRANSLATIONS = LOCALES.filter((locale) => locale !== DEFAULT_LOCALE);

/** List the translations of all entries and of the guide; where one language is missing, there is none. */
export function listTranslations(root: string): Translation[] {
  const entries = listEntries(root).ids.flatMap((id) => {
    const folder = folderOf(root, id);
    return TRANSLATIONS.flatMap((locale) =>
      readPair(id, join(folder, `${DEFAULT_LOCALE}.mdx`), join(folder, `${locale}.mdx`)),
    );
  });
  return [...entries, ...guideTranslations(root)];
}

/** List the translations of the guide. */
export function guideTranslations(root: string): Translation[] {
  const path = (locale: Locale, page: string): string => join(root, 'guide', locale, `${page}.mdx`);
  return guidePages(root).flatMap((page) =>
    TRANSLATIONS.flatMap((locale) =>
      readPair(`guide/${page}`, path(DEFAULT_LOCALE, page), path(locale, page)),
    ),
  );
}

/** Names of the pages of the guide, from their files in the default language. */
export function guidePages(root: string): string[] {
  const folder = join(root, 'guide', DEFAULT_LOCALE);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.filter((name) => name.endsWith('.mdx')).map((name) => name.slice(0, -'.mdx'.length));
}

function readPair(name: string, original: string, path: string): Translation[] {
  if (!existsSync(original) || !existsSync(path)) return [];
  const english = readFileSync(original, 'utf8');
  const translated = readFileSync(path, 'utf8');
  return [{ name, path, translated, english, step: stepOf(readRecorded(translated), english) }];
}

function readRecorded(translated: string): string | null {
  const [head = ''] = translated.split(/\n---/, 1);
  return /^english: *['"]?([0-9a-f]{12})\b/m.exec(head)?.[1] ?? null;
}
