import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../provision/cache.ts';

/** What an interrupted run had finished, one file a piece of work, under the cache. */
export class Journal {
  readonly #folder: string;
  readonly #used = new Set<string>();

  constructor(entry: string) {
    this.#folder = join(cacheFolder(), 'journal', entry.replace('/', '--'));
  }

  /** Forget all of it. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  /**
   * Return what was finished before, or do the work and note it.
   *
   * @param key all that decides the result: digest, environment, versions.
   */
  async once<T>(key: readonly unknown[], work: () => Promise<T>): Promise<T> {
    const path = this.#path(key);
    this.#used.add(path);
    const noted = await readFile(path, 'utf8').catch(() => null);
    if (noted !== null) return JSON.parse(noted) as T;
    const result = await work();
    await mkdir(this.#folder, { recursive: true });
    // A file that is half written must never count.
    await writeFile(`${path}.part`, JSON.stringify(result));
    await rename(`${path}.part`, path);
    return result;
  }

  /** Forget what this run used, once its results are written. */
  async settle(): Promise<void> {
    for (const path of this.#used) await rm(path, { force: true });
  }

  #path(key: readonly unknown[]): string {
    return join(this.#folder, `${createHash('sha256').update(JSON.stringify(key)).digest('hex')}.json`);
  }
}
