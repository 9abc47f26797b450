import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
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
  const paths = new Set<string>();
  for (const kind of KINDS)
    for (const [key, files] of groups[kind]) {
      if (!files.every((file) => isAsLeft(from, file))) continue;
      for (const [path] of files) paths.add(path);
      taken[kind].set(key, files);
    }
  moveItems({ from, directory, paths }, '');
  return taken;
}

interface Move {
  from: string;
  directory: string;
  /** Of the files to move. */
  paths: ReadonlySet<string>;
}

/**
 * Move files of a folder, and whole folders of which all files are to be moved: one by one it takes as long as writing them.
 *
 * @param folder path with a slash at its end; empty for all
 * @returns whether everything below was to be moved, and nothing was, so that the folder itself can be
 */
function moveItems(move: Move, folder: string): boolean {
  const items = readdirSync(join(move.from, folder), { withFileTypes: true });
  const whole = items.filter((item) =>
    item.isDirectory() ? moveItems(move, `${folder}${item.name}/`) : move.paths.has(folder + item.name),
  );
  if (whole.length === 0) return false;
  const target = join(move.directory, folder);
  if (folder !== '' && whole.length === items.length && !existsSync(target)) return true;
  mkdirSync(target, { recursive: true });
  for (const { name } of whole) renameSync(join(move.from, folder, name), join(target, name));
  return false;
}
