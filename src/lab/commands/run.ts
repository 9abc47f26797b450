import { relative } from 'node:path';
import { log } from '../cli/log.ts';
import type { Options } from '../cli/options.ts';
import type { LabEntry } from '../read.ts';
import { formatReport } from '../report.ts';
import { assembleResults, writeResults } from '../results/assemble.ts';
import { Journal, journalFolder } from '../results/journal.ts';
import { runEntry } from '../run/entry.ts';
import { Jobs } from '../run/jobs.ts';
import { findSandbox, probeSandbox } from '../sandbox/detect.ts';
import { sweepLeftovers } from '../sandbox/sweep.ts';
import { provide } from './provide.ts';

/** What a run could not do: how much of the content is wrong, and how many environments cannot be had. */
export interface Shortcomings {
  troubles: number;
  unavailable: number;
}

/** Run entries and write their results. */
export async function runEntries(entries: readonly LabEntry[], options: Options): Promise<Shortcomings> {
  const bwrap = await findSandbox();
  sweepLeftovers();
  const all: Shortcomings = { troubles: 0, unavailable: 0 };
  for (const entry of entries) {
    const { troubles, unavailable } = await runOne(entry, options, bwrap);
    all.troubles += troubles;
    all.unavailable += unavailable;
  }
  return all;
}

async function runOne(entry: LabEntry, options: Options, bwrap: string): Promise<Shortcomings> {
  const start = Date.now();
  const fresh = options.fresh || options.update;
  const journal = new Journal(journalFolder(entry.id, entry.folder), fresh);
  const troubles: string[] = [];
  const unavailable: string[] = [];
  const seen = await runEntry(entry, {
    environments: options.filters.environment,
    causes: options.filters.cause,
    remedies: options.filters.remedy,
    fresh,
    jobs: new Jobs(options.jobs),
    journal,
    bwrap,
    provide: async (environment) => {
      const provisioned = await provide(entry, environment, options);
      await probeSandbox(provisioned, bwrap);
      return provisioned;
    },
    unavailable: (environment, why) => {
      unavailable.push(`NOT RUN ${entry.id} ${environment}: ${why}`);
      log(unavailable.at(-1) ?? '');
    },
    progress: (line) => log(`[${Math.round((Date.now() - start) / 1000)} s] ${line}`),
    detail: options.verbose ? (text) => log(text.replaceAll(/^/gm, '    ')) : () => {},
    trouble: (line) => {
      troubles.push(line);
      log(`TROUBLE ${line}`);
    },
  });
  const today = new Date().toISOString().slice(0, 10);
  const results = assembleResults(entry.id, entry.facts, entry.lab, seen, entry.previous, today);
  const changed = await writeResults(entry.folder, results);
  await journal.settle();
  process.stdout.write(formatReport(results));
  log(`${relative('.', entry.folder)}/lab.results.json ${changed ? 'written' : 'is unchanged'}`);
  for (const line of unavailable) log(line);
  for (const line of troubles) log(`TROUBLE ${line}`);
  return { troubles: troubles.length, unavailable: unavailable.length };
}
