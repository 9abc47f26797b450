import type { Options } from '../cli/options.ts';
import { openDisplay } from '../progress/display.ts';
import { Meter } from '../progress/meter.ts';
import { formatSeconds } from '../progress/text.ts';
import type { LabEntry } from '../read.ts';
import type { EntryReport } from '../report/entry-report.ts';
import { makeJobs } from '../run/capacity.ts';
import { findSandbox } from '../sandbox/detect.ts';
import { sweepLeftovers } from '../sandbox/sweep.ts';
import { measureEntry, prepareEntry, type RunContext } from './measure.ts';

/** More entries than this have their matrices printed with --verbose alone. */
const MANY = 3;

/** What a run of entries came to. */
export interface RunOutcome {
  reports: EntryReport[];
  /** Trials at the same time. */
  jobs: number;
}

/** Run entries, several at the same time where there is room, and write their results or compare with them. */
export async function runEntries(
  entries: readonly LabEntry[],
  options: Options,
  jobs = makeJobs(options.jobs),
): Promise<RunOutcome> {
  const bwrap = await findSandbox();
  sweepLeftovers();
  const meter = new Meter(jobs.limit);
  const display = openDisplay(meter, options.verbose);
  const matrices = !options.json && (options.verbose || entries.length <= MANY);
  const context: RunContext = { options, jobs, meter, display, bwrap, matrices };
  try {
    const reports = await runAll(entries, context);
    display.end();
    const count = `${meter.ran} trials in ${formatSeconds(meter.elapsedSeconds)}, ${jobs.limit} at a time`;
    display.say(`${count}; results of ${reports.filter(({ changed }) => changed).length} entries written`);
    return { reports, jobs: jobs.limit };
  } finally {
    display.end();
  }
}

/** Begin entries one after the other, each once those before it leave room. */
async function runAll(entries: readonly LabEntry[], context: RunContext): Promise<EntryReport[]> {
  const prepared = [];
  for (const entry of entries) prepared.push(await prepareEntry(entry, context));
  const running: Promise<EntryReport>[] = [];
  let failed = false;
  for (const one of prepared) {
    if (failed) break;
    await new Promise<void>((begun) => {
      const work = measureEntry(one, context, begun);
      work.catch(() => {
        // What else runs ends and is written; nothing more begins. The failure is told below.
        failed = true;
        begun();
      });
      running.push(work);
    });
  }
  await Promise.allSettled(running);
  return Promise.all(running);
}
