import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cacheFolder, contentKey } from '../provision/cache.ts';

/** Return where the journal of an entry stands; entries of the same id under other roots have their own. */
export function journalFolder(id: string, folder: string): string {
  return join(cacheFolder(), 'journal', `${id.replace('/', '--')}-${contentKey(resolve(folder))}`);
}

/** What an interrupted run had finished, one file a piece of work. */
export class Journal {
  readonly #folder: string;
  readonly #fresh: boolean;
  readonly #used = new Set<string>();

  /** @param fresh whether what earlier runs noted is left aside; nothing of it is deleted before it is replaced. */
  constructor(folder: string, fresh = false) {
    this.#folder = folder;
    this.#fresh = fresh;
  }

  /**
   * Return what was finished before, or do the work and note it.
   *
   * @param key all that decides the result: digest, environment, versions.
   */
  async once<T>(key: readonly unknown[], work: () => Promise<T>): Promise<T> {
    const path = this.#path(key);
    this.#used.add(path);
    const noted = this.#fresh ? null : await readFile(path, 'utf8').catch(() => null);
    if (noted !== null) return JSON.parse(noted) as T;
    const result = await work();
    await mkdir(this.#folder, { recursive: true });
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
    await rmdir(this.#folder).catch(() => {});
  }

  #path(key: readonly unknown[]): string {
    return join(this.#folder, `${createHash('sha256').update(JSON.stringify(key)).digest('hex')}.json`);
  }
}
