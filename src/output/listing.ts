import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keep } from '../cache/kept.ts';

/** A file as a build left it: path below the folder, bytes, and time of the last change in milliseconds. */
export type Left = [path: string, size: number, mtime: number];

/**
 * What of a site is taken over: pages, which Astro leaves alone or writes again; exports of an entry; addresses that lead
 * elsewhere; the search index of a language.
 */
export const KINDS = ['pages', 'exports', 'links', 'search'] as const;
export type Kind = (typeof KINDS)[number];

/** Files that belong together, by a key that names all that they depend on. */
export type Groups<File> = Record<Kind, Map<string, File[]>>;

export const noGroups = <File>(): Groups<File> => ({
  pages: new Map(),
  exports: new Map(),
  links: new Map(),
  search: new Map(),
});

/** What a build left in a folder, as it is kept for the next. */
interface Listing {
  directory: string;
  /** Builds of an earlier state of the code may have left fewer kinds. */
  groups: Partial<Record<Kind, [key: string, files: Left[]][]>>;
}

const FILE = 'output.json';

/** Keep for the next build what this one leaves in a folder. */
export function keepListing(cache: string, directory: string, groups: Groups<Left>): void {
  const listed = Object.fromEntries(KINDS.map((kind) => [kind, [...groups[kind]]]));
  keep(join(cache, FILE), JSON.stringify({ directory, groups: listed } satisfies Listing));
}

/** What the build before left in a folder; nothing where it wrote another, or left no listing. */
export function readListing(cache: string, directory: string): Groups<Left> {
  const found = noGroups<Left>();
  const path = join(cache, FILE);
  if (!existsSync(path)) return found;
  const listing = JSON.parse(readFileSync(path, 'utf8')) as Listing;
  if (listing.directory !== directory) return found;
  for (const kind of KINDS) found[kind] = new Map(listing.groups[kind]);
  return found;
}
