import { watch } from 'node:fs';
import { log } from '../cli/log.ts';
import type { Options } from '../cli/options.ts';
import { ContentTrouble } from '../errors.ts';
import { readEntries } from '../read.ts';
import { makeJobs } from '../run/capacity.ts';
import { Cancelled, type Jobs } from '../run/jobs.ts';
import { runEntries } from './run.ts';

/** Editors write a file in several steps. */
const SETTLE_MS = 150;
const WATCHED = ['entry.yaml', 'lab.yaml'];

/**
 * `--watch`: run an entry whenever its facts or its lab file are saved, until the program is ended. Only
 * what changed runs; a save during a run gives up what has not begun, and what was finished counts.
 */
export async function watchEntry(options: Options): Promise<never> {
  const [entry] = readEntries(options.content, options.ids, options.filters);
  if (entry === undefined) throw new ContentTrouble('--watch is for one entry: give its id.');
  const saves = watchSaves(entry.folder);
  for (;;) {
    const jobs = makeJobs(options.jobs);
    const run = runOnce(options, jobs);
    await Promise.race([run, saves.next.then(() => jobs.cancel())]);
    await run;
    log(`waiting for ${WATCHED.join(' or ')} to be saved; Ctrl+C ends`);
    await saves.next;
    saves.renew();
  }
}

async function runOnce(options: Options, jobs: Jobs): Promise<void> {
  try {
    const entries = readEntries(options.content, options.ids, options.filters);
    await runEntries(entries, options, jobs);
  } catch (error) {
    if (error instanceof Cancelled) return;
    if (!(error instanceof ContentTrouble)) throw error;
    log(error.message);
  }
}

/** Watch a folder for saved files; `next` resolves at the first save since `renew`. */
function watchSaves(folder: string): { next: Promise<void>; renew(): void } {
  let saved = (): void => {};
  const saves = {
    next: Promise.resolve(),
    renew(): void {
      saves.next = new Promise((resolve) => {
        saved = resolve;
      });
    },
  };
  saves.renew();
  let timer: NodeJS.Timeout | undefined;
  watch(folder, (_event, name) => {
    if (name === null || !WATCHED.includes(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => saved(), SETTLE_MS);
  });
  return saves;
}
