import { availableParallelism, getPriority, platform, setPriority } from 'node:os';
import type { ResourceLimits } from 'node:worker_threads';
import { Tinypool } from 'tinypool';

/** Count the threads that tasks are worth: one for so many of them, and no more than there are cores. */
export function countThreads(tasks: number, worthAThread: number): number {
  return Math.min(availableParallelism(), Math.floor(tasks / worthAThread));
}

/**
 * Begin threads, all of them at once. Who begins them ends them, with `destroy`.
 *
 * @param worker module that exports what they run
 * @param resourceLimits of memory, for each
 */
export function beginThreads(worker: URL, count: number, resourceLimits: ResourceLimits = {}): Tinypool {
  return new Tinypool({ filename: worker.href, minThreads: count, maxThreads: count, resourceLimits });
}

/** Begin threads for one piece of work, see `beginThreads`, and end them once it is done or has failed. */
export async function withThreads<Result>(
  worker: URL,
  count: number,
  work: (threads: Tinypool) => Promise<Result>,
  resourceLimits?: ResourceLimits,
): Promise<Result> {
  const threads = beginThreads(worker, count, resourceLimits);
  try {
    return await work(threads);
  } finally {
    await threads.destroy();
  }
}

/** A nice value: the time of a thread at 0 counts some ten times that of one at 10. */
const BEHIND = 10;

/**
 * Let this thread have the time that others leave, when nobody waits for it yet. On Linux alone, where 0 names the calling
 * thread (setpriority(2)); elsewhere it is the whole process.
 */
export function giveWay(): void {
  if (platform() === 'linux' && getPriority() < BEHIND) setPriority(0, BEHIND);
}
