import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { type Problem, START } from '../problems/problem.ts';
import { SlugSchema } from '../schema/primitives.ts';

/** Files that every entry has, and those that it has once the lab knows it. */
export const REQUIRED_FILES = ['entry.yaml', 'en.mdx', 'zh.mdx'] as const;
export const LAB_FILES = ['lab.yaml', 'lab.results.json'] as const;

export type EntryFileName = (typeof REQUIRED_FILES)[number] | (typeof LAB_FILES)[number];

/** Larger files are refused unread: no entry comes near, and parsing them would stall the build. */
const MAX_KIBIBYTES: Record<EntryFileName, number> = {
  'entry.yaml': 256,
  'en.mdx': 128,
  'zh.mdx': 128,
  'lab.yaml': 256,
  'lab.results.json': 16 * 1024,
};

/** The texts of one entry's folder. */
export interface EntryFiles {
  /** `<domain>/<slug>`. */
  id: string;
  /** Path of the folder as problems show it. */
  folder: string;
  texts: Partial<Record<EntryFileName, string>>;
  problems: Problem[];
}

/** Where the content stands: FIXRATE_CONTENT, or content/ of the project. */
export function contentRoot(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return resolve(env['FIXRATE_CONTENT'] || 'content');
}

/** Folder of an entry. Ids come from `listEntries` or a schema, so that they cannot lead elsewhere. */
export function folderOf(root: string, id: string): string {
  return join(root, 'errors', id);
}

/** Path of one file of an entry, as problems show it. */
export function pathOf(files: EntryFiles, name: EntryFileName): string {
  return `${files.folder}/${name}`;
}

/** Path of a file as problems show it: from the directory in which the command runs, where it lies below. */
export function shownPath(path: string): string {
  const below = relative(process.cwd(), path);
  return below.startsWith('..') || isAbsolute(below) ? path : below;
}

/** List the ids of all entries, sorted. Links and names that can be no id are problems; nothing follows them. */
export function listEntries(root: string): { ids: string[]; problems: Problem[] } {
  const errors = join(root, 'errors');
  if (!existsSync(errors)) {
    const tip = 'set FIXRATE_CONTENT to a folder that has errors/, or leave it unset';
    return { ids: [], problems: [atFile(errors, 'there are no entries', tip)] };
  }
  const domains = listFolders(errors);
  const slugs = domains.names.map((domain) => ({ domain, ...listFolders(join(errors, domain)) }));
  return {
    ids: slugs.flatMap(({ domain, names }) => names.map((slug) => `${domain}/${slug}`)).sort(),
    problems: [...domains.problems, ...slugs.flatMap((one) => one.problems)],
  };
}

function listFolders(parent: string): { names: string[]; problems: Problem[] } {
  const names: string[] = [];
  const problems: Problem[] = [];
  for (const item of readdirSync(parent, { withFileTypes: true })) {
    const path = join(parent, item.name);
    if (item.isSymbolicLink()) problems.push(linkProblem(path));
    else if (!item.isDirectory())
      problems.push(atFile(path, 'no file belongs here', 'entries stand in errors/<domain>/<slug>/'));
    else if (!SlugSchema.safeParse(item.name).success)
      problems.push(
        atFile(
          path,
          `${item.name} can be no part of an id`,
          'use lower-case letters, digits and single hyphens',
        ),
      );
    else names.push(item.name);
  }
  return { names, problems };
}

/** Read the files of one entry. What does not belong there is a problem; links are not followed. */
export function readEntryFiles(root: string, id: string): EntryFiles {
  const path = folderOf(root, id);
  const folder = shownPath(path);
  const texts: EntryFiles['texts'] = {};
  const problems: Problem[] = [];
  if (lstatSync(path).isSymbolicLink()) return { id, folder, texts, problems: [linkProblem(path)] };
  for (const item of readdirSync(path, { withFileTypes: true })) {
    const file = join(path, item.name);
    if (item.isSymbolicLink()) problems.push(linkProblem(file));
    else if (!isEntryFile(item.name) || !item.isFile())
      problems.push(
        atFile(
          file,
          `${item.name} is no file of an entry`,
          `an entry has ${[...REQUIRED_FILES, ...LAB_FILES].join(', ')}`,
        ),
      );
    else if (lstatSync(file).size > MAX_KIBIBYTES[item.name] * 1024)
      problems.push(atFile(file, `the file is larger than ${MAX_KIBIBYTES[item.name]} KiB`, 'cut it down'));
    else texts[item.name] = readFileSync(file, 'utf8');
  }
  return { id, folder, texts, problems };
}

/** Whether an entry may have a file of this name. */
export function isEntryFile(name: string): name is EntryFileName {
  return [...REQUIRED_FILES, ...LAB_FILES].some((known) => known === name);
}

function linkProblem(path: string): Problem {
  return atFile(path, 'this is a symbolic link', 'put the file itself here: links are not followed');
}

function atFile(path: string, message: string, tip: string): Problem {
  return { file: shownPath(path), ...START, rule: 'files', message, tip };
}
