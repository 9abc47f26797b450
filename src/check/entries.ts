import { readEntryFiles } from '../entry/load/files.ts';
import type { Problem } from '../entry/problems/problem.ts';
import { countThreads, withThreads } from '../process/threads.ts';
import { digestFiles } from './digest.ts';
import { inspectEntry, type Surroundings } from './inspect.ts';
import type { EntrySummary } from './summary.ts';
import type { Task } from './worker.ts';

/** Entries for which a thread more is worth its start. */
const WORTH_A_THREAD = 50;
/** Entries that a thread is given at a time: few, so that all threads end at about the same time. */
const AT_A_TIME = 20;

/** Room of a thread for what is short-lived: more saves no time, and two threads would fill it. */
const YOUNG_MEBIBYTES = 48;

/** What came of checking one entry by itself. */
export interface Inspected {
  /** Of the files that it was read from. */
  digest: string;
  problems: Problem[];
  /** Null where its facts could not be read. */
  summary: EntrySummary | null;
}

/** Read the folder of an entry, and check it by itself. */
export function inspectFolder(root: string, id: string, surroundings: Surroundings): Inspected {
  const files = readEntryFiles(root, id);
  return { digest: digestFiles(files), ...inspectEntry(files, surroundings) };
}

/**
 * Check each of some entries by itself; many of them in several threads.
 *
 * @returns what came of it, in the order of the ids
 */
export async function inspectEntries(
  root: string,
  ids: readonly string[],
  surroundings: Surroundings,
): Promise<Inspected[]> {
  const threads = countThreads(ids.length, WORTH_A_THREAD);
  if (threads < 2) return ids.map((id) => inspectFolder(root, id, surroundings));
  const tasks = Array.from({ length: Math.ceil(ids.length / AT_A_TIME) }, (_, index): Task => {
    const some = ids.slice(index * AT_A_TIME, (index + 1) * AT_A_TIME);
    return { root, ids: some, surroundings };
  });
  const done = await withThreads(
    new URL('./worker.ts', import.meta.url),
    threads,
    (pool) => Promise.all(tasks.map((task) => pool.run(task) as Promise<Inspected[]>)),
    { maxYoungGenerationSizeMb: YOUNG_MEBIBYTES },
  );
  return done.flat();
}
