import { mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Groups, KINDS, type Left, noGroups, readListing } from './listing.ts';

/** Whether a file is as the build before left it. */
export function isAsLeft(directory: string, [path, size, mtime]: Left): boolean {
  const stat = statSync(join(directory, path), { throwIfNoEntry: false });
  return stat?.size === size && stat.mtimeMs === mtime;
}

/**
 * Move back what the build before left in a folder, where all files of a group are as it left them.
 *
 * @param from where the folder was moved to
 * @param cache folder that is kept between builds
 * @returns what was moved
 */
export function takeOver(from: string, directory: string, cache: string): Groups<Left> {
  const groups = readListing(cache, directory);
  const taken = noGroups<Left>();
  // To ask whether a folder is there takes as long for each of its files.
  const made = new Set<string>();
  for (const kind of KINDS)
    for (const [key, files] of groups[kind]) {
      if (!files.every((file) => isAsLeft(from, file))) continue;
      for (const [path] of files) {
        const folder = dirname(join(directory, path));
        if (!made.has(folder)) mkdirSync(folder, { recursive: true });
        made.add(folder);
        renameSync(join(from, path), join(directory, path));
      }
      taken[kind].set(key, files);
    }
  return taken;
}
