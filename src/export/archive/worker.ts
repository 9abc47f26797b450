// Packs the site in a thread of its own, beside other work. What it reads counts as memory of a thread that holds little else; in
// the main thread it has the garbage collector go through all that a build holds, again and again.
import { giveWay } from '../../process/threads.ts';
import { Archive, type ArchiveTask } from './write.ts';

giveWay();
let archive: Archive | null = null;

/** Begin the archive with all files but those that are written late. */
export async function begin(task: ArchiveTask): Promise<void> {
  archive = new Archive(task);
  await archive.begin();
}

/** Add the files that came since, and end the archive. @returns its size in bytes */
export async function end(): Promise<number> {
  if (archive === null) throw new Error('the archive was not begun');
  return archive.end();
}
