import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LOCALES, type Locale } from '../../i18n/locales.ts';

/** A page of the guide, as lists show it. */
export interface GuidePage {
  name: string;
  title: string;
  description: string;
}

/** List the pages of the guide by the front matter of their files. */
export function listGuide(root: string): Record<Locale, GuidePage[]> {
  return Object.fromEntries(
    LOCALES.map((locale) => [locale, guideIn(join(root, 'guide', locale))]),
  ) as Record<Locale, GuidePage[]>;
}

function guideIn(folder: string): GuidePage[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.mdx'));
  return files.sort().map((file) => {
    const path = join(folder, file);
    const front = /^---\n(.*?)\n---\n/s.exec(readFileSync(path, 'utf8'))?.[1];
    if (front === undefined) throw new Error(`${path}:1:1: a page of the guide begins with front matter`);
    const { title, description } = parse(front) as Omit<GuidePage, 'name'>;
    return { name: file.replace(/\.mdx$/, ''), title, description };
  });
}
