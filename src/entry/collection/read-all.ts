import { countThreads, withThreads } from '../../process/threads.ts';
import { type Read, type ReadTask, readEntry } from './read-entry.ts';

/** Entries for which a thread more is worth its start. */
const WORTH_A_THREAD = 40;

/** Read entries, many of them in threads. @returns in the order of the tasks */
export async function readAll(tasks: readonly ReadTask[]): Promise<Read[]> {
  const threads = countThreads(tasks.length, WORTH_A_THREAD);
  if (threads < 2) return tasks.map(readEntry);
  return withThreads(new URL('./read-worker.ts', import.meta.url), threads, (pool) =>
    Promise.all(tasks.map((task) => pool.run(task) as Promise<Read>)),
  );
}
