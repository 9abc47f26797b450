import { join, relative } from 'node:path';
import { printable } from '../../terminal/printable.ts';
import type { Options } from '../cli/options.ts';
import { ContentTrouble } from '../errors.ts';
import { NearMisses } from '../near/collect.ts';
import type { Display } from '../progress/display.ts';
import { Durations } from '../progress/durations.ts';
import type { Meter } from '../progress/meter.ts';
import type { LabEntry } from '../read.ts';
import { findDifferences } from '../report/differences.ts';
import { type EntryReport, reportEntry } from '../report/entry-report.ts';
import { formatMatrix } from '../report/matrix.ts';
import { assembleResults, writeResults } from '../results/assemble.ts';
import { Journal, journalFolder, type RunKind } from '../results/journal.ts';
import { runEntry } from '../run/entry.ts';
import type { Jobs } from '../run/jobs.ts';
import { planEntry } from '../run/plan.ts';
import { probeSandbox } from '../sandbox/detect.ts';
import { provide } from './provide.ts';

/** What all entries of a run share. */
export interface RunContext {
  options: Options;
  jobs: Jobs;
  meter: Meter;
  display: Display;
  bwrap: string;
  /** Whether the matrix of each entry is printed. */
  matrices: boolean;
}

/** An entry about to run. */
export interface Prepared {
  entry: LabEntry;
  journal: Journal;
  durations: Durations;
}

/** Open what is known of an entry, and count what is to be done. */
export async function prepareEntry(entry: LabEntry, context: RunContext): Promise<Prepared> {
  const { options, meter } = context;
  const journal = new Journal(journalFolder(entry.id, entry.folder), kindOf(options));
  if (options.forget) await journal.forget();
  const durations = await Durations.open(entry.id);
  meter.add(entry.id, planEntry(entry, wantedOf(options)), durations.known);
  return { entry, journal, durations };
}

function kindOf(options: Options): RunKind {
  if (options.verify) return 'verify';
  return options.fresh ? 'fresh' : 'plain';
}

function wantedOf({ filters, fresh }: Options) {
  return { environments: filters.environment, causes: filters.cause, remedies: filters.remedy, fresh };
}

/**
 * Run an entry, and write its results or, with `--verify`, compare with them.
 *
 * @param begun is called once another entry may begin.
 */
export async function measureEntry(
  { entry, journal, durations }: Prepared,
  context: RunContext,
  begun: () => void,
): Promise<EntryReport> {
  const { options, display, jobs, bwrap } = context;
  const troubles: string[] = [];
  const unavailable: string[] = [];
  const trouble = (line: string): void => {
    troubles.push(line);
    display.say(`TROUBLE ${line}`);
  };
  const near = new NearMisses(entry.facts, relative('.', join(entry.folder, 'entry.yaml')));
  let ran = 0;
  let seconds = 0;
  const seen = await runEntry(entry, {
    ...wantedOf(options),
    jobs,
    journal,
    tried(piece, took, now) {
      durations.note(piece, took);
      context.meter.trial(entry.id, piece, now ? took : null);
      if (now) ran++;
      seconds += took;
    },
    dropped: (piece) => context.meter.drop(entry.id, piece),
    bwrap,
    provide: async (environment) => {
      const progress = (line: string): void => display.stage(`${entry.id} ${environment.id}`, line);
      const provisioned = await jobs.run(() => provide(entry, environment, options, progress));
      await probeSandbox(provisioned, bwrap);
      return provisioned;
    },
    begun,
    unavailable(environment, why) {
      unavailable.push(`${environment}: ${why}`);
      display.say(`NOT RUN ${entry.id} ${environment}: ${why}`);
    },
    environmentDone: (line) => display.say(`${entry.id} ${line}`),
    progress: (line) => display.note(line),
    detail: options.verbose ? (text) => display.say(text.replaceAll(/^/gm, '    ')) : () => {},
    printed(output, at) {
      for (const told of near.add(output, at)) display.say(`NEAR ${told}`);
    },
    trouble,
  }).catch((error: unknown) => {
    if (!(error instanceof ContentTrouble)) throw error;
    begun();
    trouble(`${entry.id}: ${error.message}`);
    return null;
  });
  const today = new Date().toISOString().slice(0, 10);
  const all = options.fresh && Object.values(options.filters).every((filter) => filter === null);
  const results = assembleResults(
    entry.id,
    entry.facts,
    entry.lab,
    seen ?? { environments: {}, causes: {} },
    entry.previous,
    today,
    all && troubles.length + unavailable.length === 0,
  );
  const changed = !options.verify && seen !== null && (await writeResults(entry.folder, results));
  await journal.settle();
  await durations.save();
  const differences = options.verify ? findDifferences(entry.previous, seen ?? { causes: {} }) : [];
  for (const line of differences) display.say(`DIFFERS ${entry.id} ${line}`);
  if (context.matrices) process.stdout.write(printable(formatMatrix(results)));
  return reportEntry(entry, results, {
    changed,
    ran,
    seconds,
    unavailable,
    troubles,
    differences,
    near: near.tellAll(),
  });
}
