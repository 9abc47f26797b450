import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keep } from '../cache/kept.ts';
import { deleteFolder, moveAside } from './move-aside.ts';

/** A file as a build left it: path below the folder, bytes, and time of the last change in milliseconds. */
type Left = [path: string, size: number, mtime: number];

/** What of a site is taken over: pages, which Astro leaves alone or writes again; exports of an entry; addresses that lead elsewhere. */
export type Kind = 'pages' | 'exports' | 'links';

/** Files that belong together, by a key that names all that they depend on. */
type Groups<File> = Record<Kind, Map<string, File[]>>;

/** What a build left in a folder. */
interface Listing {
  directory: string;
  /** Builds of an earlier state of the code may have left fewer kinds. */
  groups: Partial<Record<Kind, [key: string, files: Left[]][]>>;
}

const noGroups = <File>(): Groups<File> => ({ pages: new Map(), exports: new Map(), links: new Map() });

const LISTING = 'output.json';
const ASIDE = 'removed';
const KINDS: readonly Kind[] = ['pages', 'exports', 'links'];

/**
 * The folder that a build writes. It begins empty but for files of the build before that are still as that build left
 * them, in size and time.
 */
export class OutputFolder {
  #directory = '';
  #cache = '';
  readonly #taken = noGroups<Left>();
  readonly #claimed = noGroups<string>();
  readonly #made = new Set<string>();
  #deleted: Promise<void> = Promise.resolve();

  /**
   * Empty the folder, and take over from the build before what is as it was. The rest is deleted in a thread.
   *
   * @param cache folder that is kept between builds
   */
  begin(directory: string, cache: string): void {
    this.#directory = directory;
    this.#cache = cache;
    const { groups } = readListing(cache, directory);
    const aside = moveAside(directory, join(cache, ASIDE));
    if (aside === null) emptyFolder(directory);
    else
      for (const kind of KINDS)
        for (const [key, files] of groups[kind] ?? []) this.#take(aside, kind, key, files);
    this.#deleted = deleteFolder(join(cache, ASIDE));
    // Should the build fail first, then with its own words.
    this.#deleted.catch(() => undefined);
  }

  #take(from: string, kind: Kind, key: string, files: Left[]): void {
    if (!files.every((file) => isAsLeft(from, file))) return;
    for (const [path] of files) {
      this.#makeFolder(dirname(join(this.#directory, path)));
      renameSync(join(from, path), join(this.#directory, path));
    }
    this.#taken[kind].set(key, files);
  }

  /** Make a folder once: to ask whether one is there takes as long for each of its files. */
  #makeFolder(path: string): void {
    if (this.#made.has(path)) return;
    mkdirSync(path, { recursive: true });
    this.#made.add(path);
  }

  /** Paths of the files of a group that were taken over, and so need not be written; null where they were not. */
  taken(kind: Kind, key: string): readonly string[] | null {
    return this.#taken[kind].get(key)?.map(([path]) => path) ?? null;
  }

  /** Delete what was taken over of a kind, but for the groups that the site still has, and files that were written anew. */
  settle(kind: Kind, keys: Iterable<string>): void {
    const still = new Set(keys);
    for (const [key, files] of this.#taken[kind]) {
      if (still.has(key)) continue;
      for (const file of files) if (isAsLeft(this.#directory, file)) rmSync(join(this.#directory, file[0]));
      this.#taken[kind].delete(key);
    }
  }

  /** Say that the site has these files, below the folder, and that they depend on what the key names. */
  claim(kind: Kind, key: string, paths: readonly string[]): void {
    this.#claimed[kind].set(key, [...paths]);
  }

  /** Note for the next build what was claimed. */
  async end(): Promise<void> {
    const left = (kind: Kind): [key: string, files: Left[]][] =>
      [...this.#claimed[kind]].map(([key, paths]) => [key, paths.map((path) => this.#leave(path))]);
    const groups = { pages: left('pages'), exports: left('exports'), links: left('links') };
    keep(
      join(this.#cache, LISTING),
      JSON.stringify({ directory: this.#directory, groups } satisfies Listing),
    );
    await this.#deleted;
  }

  #leave(path: string): Left {
    const { size, mtimeMs } = statSync(join(this.#directory, path));
    return [path, size, mtimeMs];
  }
}

function isAsLeft(directory: string, [path, size, mtime]: Left): boolean {
  const stat = statSync(join(directory, path), { throwIfNoEntry: false });
  return stat?.size === size && stat.mtimeMs === mtime;
}

/** What the last build left in a folder; nothing where it wrote another, or the listing is none. */
function readListing(cache: string, directory: string): Listing {
  const nothing: Listing = { directory, groups: { pages: [], exports: [], links: [] } };
  const path = join(cache, LISTING);
  if (!existsSync(path)) return nothing;
  const listing = JSON.parse(readFileSync(path, 'utf8')) as Listing;
  return listing.directory === directory ? listing : nothing;
}

/** Delete what is in a folder, but for a repository of Git. */
function emptyFolder(directory: string): void {
  if (!existsSync(directory)) return;
  for (const name of readdirSync(directory))
    if (name !== '.git') rmSync(join(directory, name), { recursive: true });
}
