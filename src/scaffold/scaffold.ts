import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, listEntries, shownPath } from '../entry/load/files.ts';
import { loadTaxonomy } from '../entry/load/knowledge-base.ts';
import { didYouMean } from '../entry/problems/nearest.ts';
import { EntryIdSchema, SlugSchema } from '../entry/schema/primitives.ts';
import { LOCALES } from '../i18n/locales.ts';
import { writeEntryYaml } from './entry-yaml.ts';
import { writeLabYaml } from './lab-yaml.ts';
import { writeProse } from './prose.ts';

/** A new entry cannot be begun so: what is wrong, and what to do. */
export class ScaffoldTrouble extends Error {
  override name = 'ScaffoldTrouble';
}

/**
 * Begin an entry: write all files that an author fills in.
 *
 * @param tool that prints the error; without it the domain's name.
 * @returns their paths, as the terminal shows them.
 * @throws ScaffoldTrouble where the id cannot be one, its domain is unknown, or the entry exists.
 */
export function scaffoldEntry(content: string, id: string, tool?: string): string[] {
  if (!EntryIdSchema.safeParse(id).success)
    throw new ScaffoldTrouble(
      `${id} can be no id: write <domain>/<slug>, in lower-case letters, digits and single hyphens.`,
    );
  const domain = id.slice(0, id.indexOf('/'));
  const domains = Object.keys(loadTaxonomy(content).taxonomy?.domains ?? {});
  if (!domains.includes(domain))
    throw new ScaffoldTrouble(
      `${domain} is no domain of taxonomy.yaml.\n  → ${didYouMean(domain, domains)}; a new one gets a line there, named in both languages`,
    );
  const folder = folderOf(content, id);
  if (existsSync(folder) || listEntries(content).ids.includes(id))
    throw new ScaffoldTrouble(`${shownPath(folder)} exists.\n  → choose another slug, or edit what is there`);
  const name = tool ?? domain;
  if (!SlugSchema.safeParse(name).success)
    throw new ScaffoldTrouble(`--tool ${name}: write it in lower-case letters, digits and single hyphens.`);
  return writeFiles(folder, {
    'entry.yaml': writeEntryYaml(name),
    ...Object.fromEntries(LOCALES.map((locale) => [`${locale}.mdx`, writeProse(locale)])),
    'lab.yaml': writeLabYaml(),
  });
}

function writeFiles(folder: string, texts: Readonly<Record<string, string>>): string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text, { flag: 'wx' });
    return shownPath(path);
  });
}
