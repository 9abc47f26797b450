import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keep } from '../cache/kept.ts';
import { deleteFolder, moveAside } from './move-aside.ts';

/** A file as a build left it: path below the folder, bytes, and time of the last change in milliseconds. */
type Left = [path: string, size: number, mtime: number];

/** What of a site is taken over: pages, which Astro leaves alone or writes again; exports of an entry. */
export type Kind = 'pages' | 'exports';

/** Files that belong together, by a key that names all that they depend on. */
type Groups<File> = Record<Kind, Map<string, File[]>>;

/** What a build left in a folder. */
interface Listing {
  directory: string;
  groups: Record<Kind, [key: string, files: Left[]][]>;
}

const noGroups = <File>(): Groups<File> => ({ pages: new Map(), exports: new Map() });

const LISTING = 'output.json';
const ASIDE = 'removed';
const KINDS: readonly Kind[] = ['pages', 'exports'];

/**
 * The folder that a build writes. It begins empty but for files of the build before that are still as that build left
 * them, in size and time.
 */
export class OutputFolder {
  #directory = '';
  #cache = '';
  readonly #taken = noGroups<string>();
  readonly #claimed = noGroups<string>();
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
      for (const kind of KINDS) for (const [key, files] of groups[kind]) this.#take(aside, kind, key, files);
    this.#deleted = deleteFolder(join(cache, ASIDE));
    // Should the build fail first, then with its own words.
    this.#deleted.catch(() => undefined);
  }

  #take(from: string, kind: Kind, key: string, files: readonly Left[]): void {
    const isUnchanged = files.every(([path, size, mtime]) => {
      const stat = statSync(join(from, path), { throwIfNoEntry: false });
      return stat?.size === size && stat.mtimeMs === mtime;
    });
    if (!isUnchanged) return;
    for (const [path] of files) {
      mkdirSync(dirname(join(this.#directory, path)), { recursive: true });
      renameSync(join(from, path), join(this.#directory, path));
    }
    this.#taken[kind].set(
      key,
      files.map(([path]) => path),
    );
  }

  /** Paths of the files of a group that were taken over, and so need not be written; null where they were not. */
  taken(kind: Kind, key: string): readonly string[] | null {
    return this.#taken[kind].get(key) ?? null;
  }

  /** Delete what was taken over of a kind, but for the groups that the site still has. Comes before others write there. */
  settle(kind: Kind, keys: Iterable<string>): void {
    const still = new Set(keys);
    for (const [key, paths] of this.#taken[kind]) {
      if (still.has(key)) continue;
      for (const path of paths) rmSync(join(this.#directory, path));
      this.#taken[kind].delete(key);
    }
  }

  /** Say that the site has these files, below the folder, and that they depend on what the key names. */
  claim(kind: Kind, key: string, paths: readonly string[]): void {
    this.#claimed[kind].set(key, [...paths]);
  }

  /** Note for the next build what was claimed. */
  async end(): Promise<void> {
    const left = (kind: Kind): Listing['groups'][Kind] =>
      [...this.#claimed[kind]].map(([key, paths]) => [key, paths.map((path) => this.#leave(path))]);
    const groups = { pages: left('pages'), exports: left('exports') };
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

/** What the last build left in a folder; nothing where it wrote another, or the listing is none. */
function readListing(cache: string, directory: string): Listing {
  const nothing: Listing = { directory, groups: { pages: [], exports: [] } };
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
