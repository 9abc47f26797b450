import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { type Exported, type ExportTask, exportEntry } from './export-entry.ts';

/** Entries for which a thread more is worth its start. */
const WORTH_A_THREAD = 80;

/** Tasks that are under way at a time, for each thread: results wait in memory for those before them. */
const AHEAD = 8;

/** Export entries, many of them in threads; in the order of the tasks. */
export async function* exportAll(tasks: readonly ExportTask[]): AsyncGenerator<Exported> {
  const threads = Math.min(availableParallelism(), Math.floor(tasks.length / WORTH_A_THREAD));
  if (threads < 2) {
    for (const task of tasks) yield exportEntry(task);
    return;
  }
  const pool = new Tinypool({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
  });
  try {
    const underWay: Promise<Exported>[] = [];
    for (const task of tasks) {
      underWay.push(pool.run(task) as Promise<Exported>);
      if (underWay.length > threads * AHEAD) yield (await underWay.shift()) as Exported;
    }
    for (const one of underWay) yield await one;
  } finally {
    await pool.destroy();
  }
}
