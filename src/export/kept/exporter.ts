import { existsSync } from 'node:fs';
import type { Tinypool } from 'tinypool';
import { beginThreads, countThreads } from '../../process/threads.ts';
import { type Exported, type ExportTask, exportEntry } from './export-entry.ts';

/** Entries for which a thread more is worth its start. */
const WORTH_A_THREAD = 80;

/** Entries under way at a time, for each thread: what is done waits in memory for those before it. */
const AHEAD = 8;

/** Exports many entries in threads, few without. */
export class Exporter {
  readonly #tasks: readonly ExportTask[];
  readonly #threads: number;
  #pool: Tinypool | null = null;
  #prepared: Promise<unknown> = Promise.resolve();

  /** @param tasks in the order in which their shares are wanted */
  constructor(tasks: readonly ExportTask[]) {
    this.#tasks = tasks;
    this.#threads = countThreads(tasks.length, WORTH_A_THREAD);
  }

  /** Begin to make what no earlier build kept, beside other work. A failure shows when all is written. */
  prepare(): void {
    const missing = this.#tasks.filter(({ kept, keptFiles }) => !existsSync(kept) || !existsSync(keptFiles));
    if (this.#threads < 2 || missing.length < WORTH_A_THREAD) return;
    const pool = this.#start();
    this.#prepared = Promise.all(missing.map((task) => pool.run(task, { name: 'prepareEntry' })));
    this.#prepared.catch(() => undefined);
  }

  /** Write the files of all entries that are not there. */
  async *write(): AsyncGenerator<Exported> {
    if (this.#threads < 2) {
      for (const task of this.#tasks) yield exportEntry(task);
      return;
    }
    try {
      await this.#prepared;
      const pool = this.#start();
      const underWay: Promise<Exported>[] = [];
      for (const task of this.#tasks) {
        underWay.push(pool.run(task, { name: 'exportEntry' }) as Promise<Exported>);
        if (underWay.length > this.#threads * AHEAD) yield await (underWay.shift() as Promise<Exported>);
      }
      for (const one of underWay) yield await one;
    } finally {
      await this.#pool?.destroy();
    }
  }

  #start(): Tinypool {
    this.#pool ??= beginThreads(new URL('./worker.ts', import.meta.url), this.#threads);
    return this.#pool;
  }
}
