import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cacheFolder, contentKey } from '../provision/cache.ts';

/** Return where the journal of an entry stands; entries of the same id under other roots have their own. */
export function journalFolder(id: string, folder: string): string {
  return join(cacheFolder(), 'journal', `${id.replace('/', '--')}-${contentKey(resolve(folder))}`);
}

/**
 * What a run is for. A `fresh` one measures anew what has results already, `verify` compares with them:
 * both count only what a run of their own kind noted, and not long ago.
 */
export type RunKind = 'plain' | 'fresh' | 'verify';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What an interrupted run had finished, one file a trial, so that the same command goes on where it was. */
export class Journal {
  readonly #folder: string;
  /** Where to look, the first place first; notes are made in the first. */
  readonly #places: readonly string[];
  readonly #oldest: number;
  readonly #used = new Set<string>();

  constructor(folder: string, kind: RunKind = 'plain', now = Date.now()) {
    this.#folder = folder;
    this.#places = kind === 'plain' ? ['plain', 'fresh'] : [kind];
    this.#oldest = kind === 'plain' ? 0 : now - DAY_MS;
  }

  /**
   * Return what was finished before, or do the work and note it.
   *
   * @param key all that decides the result: digest, environment, versions, number of the trial.
   */
  async once<T>(key: readonly unknown[], work: () => Promise<T>): Promise<T> {
    const name = `${createHash('sha256').update(JSON.stringify(key)).digest('hex')}.json`;
    const noted = await this.#find(name);
    if (noted !== null) return JSON.parse(noted) as T;
    const result = await work();
    const path = join(this.#folder, this.#places[0] ?? '', name);
    this.#used.add(path);
    await mkdir(join(path, '..'), { recursive: true });
    // A file that is half written must never count.
    const part = `${path}.${process.pid}.part`;
    await writeFile(part, JSON.stringify(result));
    await rename(part, path);
    return result;
  }

  /** Forget what this run used, once its results are written. */
  async settle(): Promise<void> {
    for (const path of this.#used) await rm(path, { force: true });
    // What another run has noted stays.
    for (const place of [...this.#places, '']) await rmdir(join(this.#folder, place)).catch(() => {});
  }

  /** Forget all that runs of this kind noted. */
  async forget(): Promise<void> {
    for (const place of this.#places) await rm(join(this.#folder, place), { recursive: true, force: true });
  }

  /** Read the newest note that counts. */
  async #find(name: string): Promise<string | null> {
    let newest: { path: string; at: number } | null = null;
    for (const place of this.#places) {
      const path = join(this.#folder, place, name);
      const at = (await stat(path).catch(() => null))?.mtimeMs ?? 0;
      if (at > this.#oldest && at >= (newest?.at ?? 0)) newest = { path, at };
    }
    if (newest === null) return null;
    this.#used.add(newest.path);
    return readFile(newest.path, 'utf8').catch(() => null);
  }
}
