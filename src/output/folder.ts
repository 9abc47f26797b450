import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beginThreads } from '../process/threads.ts';
import { type Groups, KINDS, type Kind, keepListing, type Left, noGroups } from './listing.ts';
import { moveAside } from './move-aside.ts';
import { isAsLeft } from './take-over.ts';

const WORKER = new URL('./worker.ts', import.meta.url);
const ASIDE = 'removed';

/**
 * The folder that a build writes. It begins empty but for files of the build before that are still as that build left
 * them, in size and time.
 */
export class OutputFolder {
  #directory = '';
  #cache = '';
  #taken = noGroups<Left>();
  readonly #claimed = noGroups<string>();
  #deleted: Promise<void> = Promise.resolve();
  #begun: Promise<void> = Promise.resolve();

  /**
   * Empty the folder. A thread takes over from the build before what is as it was, and deletes the rest.
   *
   * @param cache folder that is kept between builds
   */
  begin(directory: string, cache: string): void {
    this.#directory = directory;
    this.#cache = cache;
    const aside = join(cache, ASIDE);
    const from = moveAside(directory, aside);
    if (from === null) emptyFolder(directory);
    const thread = beginThreads(WORKER, 1);
    const taken = from === null ? null : thread.run({ from, directory, cache }, { name: 'take' });
    this.#begun = Promise.resolve(taken).then((groups) => {
      if (groups !== null) this.#taken = groups as Groups<Left>;
    });
    this.#deleted = Promise.all([this.#begun, thread.run(aside, { name: 'remove' })])
      .finally(() => thread.destroy())
      .then(() => undefined);
    // Should the build fail first, then with its own words.
    this.#deleted.catch(() => undefined);
  }

  /** Do something as soon as all that is taken over is in the folder. */
  onBegun(work: () => void): void {
    this.#begun = this.#begun.then(work);
    this.#begun.catch(() => undefined);
  }

  /** Wait for all that is taken over, and for what is done then. Nothing that may be in the folder is written before. */
  begun(): Promise<void> {
    return this.#begun;
  }

  /** Paths of the files of a group that were taken over, and so need not be written; null where they were not. */
  taken(kind: Kind, key: string): readonly string[] | null {
    return this.#taken[kind].get(key)?.map(([path]) => path) ?? null;
  }

  /** Keys of the groups that were taken over. */
  takenKeys(kind: Kind): string[] {
    return [...this.#taken[kind].keys()];
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
    const left = noGroups<Left>();
    for (const kind of KINDS)
      for (const [key, paths] of this.#claimed[kind])
        left[kind].set(
          key,
          paths.map((path) => this.#leave(path)),
        );
    keepListing(this.#cache, this.#directory, left);
    await this.#deleted;
  }

  #leave(path: string): Left {
    const { size, mtimeMs } = statSync(join(this.#directory, path));
    return [path, size, mtimeMs];
  }
}

/** Delete what is in a folder, but for a repository of Git. */
function emptyFolder(directory: string): void {
  if (!existsSync(directory)) return;
  for (const name of readdirSync(directory))
    if (name !== '.git') rmSync(join(directory, name), { recursive: true });
}
