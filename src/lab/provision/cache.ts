import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Return the folder in which the lab keeps what it fetched and built. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base = env['FIXRATE_LAB_CACHE'] || env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(base, 'fixrate-lab');
}

/** Shorten the SHA-256 of values to a name for a folder. */
export function contentKey(...values: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 12);
}

/**
 * Make a folder unless it is there, once, also where several processes want it: it is built beside its place
 * under a lock and moved there when it is complete.
 *
 * @param build receives the empty folder to fill.
 */
export async function buildOnce(folder: string, build: (folder: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const release = await lock(`${folder}.lock`);
  const draft = `${folder}.draft`;
  try {
    // What a killed process left half done; under the lock nobody else works on it.
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) {
      await mkdir(draft);
      await build(draft);
      await rename(draft, folder);
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
    await release();
  }
  return folder;
}

/** Take the lock, waiting while another living process holds it. */
async function lock(path: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await mkdir(path);
      await writeFile(join(path, 'pid'), String(process.pid));
      return () => rm(path, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (await isStale(path)) await rm(path, { recursive: true, force: true });
    else await sleep(300);
  }
}

async function isStale(path: string): Promise<boolean> {
  const holder = await readFile(join(path, 'pid'), 'utf8').catch(() => null);
  if (holder !== null) return !isAlive(Number(holder));
  // A holder that has not written its id yet is given ten seconds.
  const made = await stat(path).catch(() => null);
  return made !== null && Date.now() - made.mtimeMs > 10_000;
}

/** Tell whether a process of this host still runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
