import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where builds keep what later builds need not make again: FIXRATE_CACHE, or a folder of the project. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return resolve(env['FIXRATE_CACHE'] || 'node_modules/.astro');
}

/**
 * Where entries are kept. A server for development keeps its own, so that a build beside it, of other content
 * or for another address, takes nothing away.
 */
export function keptEntries(cache: string, isDevelopment: boolean): string {
  return join(cache, 'entries', isDevelopment ? 'development' : 'build');
}

/** Path of a kept entry. Another content has another name: what is there is never stale. */
export function keptPath(folder: string, id: string, digest: string): string {
  return join(folder, `${id}.${digest.slice(0, 16)}.json`);
}

/** Write a file that is kept between builds; a build that breaks off leaves no half of it. */
export function keep(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

/** Delete what is kept in a folder but for the given paths. */
export function forgetKept(folder: string, paths: ReadonlySet<string>): void {
  mkdirSync(folder, { recursive: true });
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name);
    if (item.isFile() && !paths.has(path)) rmSync(path);
  }
}
