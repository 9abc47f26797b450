import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where builds and checks keep what later ones need not make again: FIXRATE_CACHE, or a folder of the project. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return resolve(env['FIXRATE_CACHE'] || 'node_modules/.astro');
}

/** Path of what is kept for an entry. Another content has another name: what is there is never stale. */
export function keptPath(folder: string, id: string, digest: string): string {
  return join(folder, `${id}.${digest.slice(0, 16)}.json`);
}

/** Write a file that is kept. Who breaks off leaves no half of it, and two who write at a time do not mix. */
export function keep(path: string, content: string | Uint8Array): void {
  const part = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(part, content);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Delete what is kept in a folder but for the given paths. */
export function forgetKept(folder: string, paths: ReadonlySet<string>): void {
  mkdirSync(folder, { recursive: true });
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name);
    if (item.isFile() && !paths.has(path)) rmSync(path);
  }
}
