import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { type Read, type ReadTask, readEntry } from './read-entry.ts';

/** Entries for which a thread more is worth its start. */
const WORTH_A_THREAD = 40;

/** Read entries, many of them in threads. @returns in the order of the tasks */
export async function readAll(tasks: readonly ReadTask[]): Promise<Read[]> {
  const threads = Math.min(availableParallelism(), Math.floor(tasks.length / WORTH_A_THREAD));
  if (threads < 2) return tasks.map(readEntry);
  const pool = new Tinypool({
    filename: new URL('./read-worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  try {
    return await Promise.all(tasks.map((task) => pool.run(task) as Promise<Read>));
  } finally {
    await pool.destroy();
  }
}
