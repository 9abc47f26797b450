// Takes over what the build before left, and deletes the rest, in a thread of its own.
import { rmSync } from 'node:fs';
import { takeOver } from './take-over.ts';

/** Move back what is as the build before left it. */
export function take({ from, directory, cache }: Record<'from' | 'directory' | 'cache', string>) {
  return takeOver(from, directory, cache);
}

/** Delete a folder and all below it. */
export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
