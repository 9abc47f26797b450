import { join, relative } from 'node:path';
import { log } from '../cli/log.ts';
import type { Options } from '../cli/options.ts';
import { NearMisses } from '../near/collect.ts';
import type { LabEntry } from '../read.ts';
import { formatReport } from '../report.ts';
import { assembleResults, writeResults } from '../results/assemble.ts';
import { Journal, journalFolder } from '../results/journal.ts';
import { runEntry } from '../run/entry.ts';
import { Jobs } from '../run/jobs.ts';
import { findSandbox, probeSandbox } from '../sandbox/detect.ts';
import { sweepLeftovers } from '../sandbox/sweep.ts';
import { provide } from './provide.ts';

/**
 * Run entries and write their results.
 *
 * @returns how much in their content is wrong.
 */
export async function runEntries(entries: readonly LabEntry[], options: Options): Promise<number> {
  const bwrap = await findSandbox();
  sweepLeftovers();
  let troubles = 0;
  for (const entry of entries) troubles += await runOne(entry, options, bwrap);
  return troubles;
}

async function runOne(entry: LabEntry, options: Options, bwrap: string): Promise<number> {
  const start = Date.now();
  const fresh = options.fresh || options.update;
  const journal = new Journal(journalFolder(entry.id, entry.folder), fresh);
  const troubles: string[] = [];
  const near = new NearMisses(entry.facts, relative('.', join(entry.folder, 'entry.yaml')));
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
    progress: (line) => log(`[${Math.round((Date.now() - start) / 1000)} s] ${line}`),
    detail: options.verbose ? (text) => log(text.replaceAll(/^/gm, '    ')) : () => {},
    printed: (output, at) => {
      for (const told of near.add(output, at)) log(`NEAR ${told}`);
    },
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
  for (const told of near.tellAll()) log(`NEAR ${told}`);
  for (const line of troubles) log(`TROUBLE ${line}`);
  return troubles.length;
}
