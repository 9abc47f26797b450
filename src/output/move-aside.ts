import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Move a folder, if it is there, to a name of its own below another. What is more than files stays where it is: a link, a
 * working tree of Git; and what cannot be moved: a mount, a folder on another disk.
 *
 * @returns where it is now; null where it was not moved
 */
export function moveAside(folder: string, aside: string): string | null {
  const isFolder = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isFolder || existsSync(join(folder, '.git'))) return null;
  mkdirSync(aside, { recursive: true });
  // A build that was interrupted while it deleted left some there.
  const moved = join(aside, String(readdirSync(aside).length));
  if (existsSync(moved)) return null;
  try {
    renameSync(folder, moved);
    return moved;
  } catch {
    return null;
  }
}
