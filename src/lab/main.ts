import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { contentRoot } from '../entry/load/files.ts';
import { CannotRunHere, ContentTrouble } from './errors.ts';
import { Jobs } from './jobs.ts';
import { type Provisioned, provision } from './provision/environment.ts';
import { type LabEntry, readEntries } from './read.ts';
import { formatReport } from './report.ts';
import { assembleResults, writeResults } from './results/assemble.ts';
import { Journal, journalFolder } from './results/journal.ts';
import { runEntry } from './run-entry.ts';
import { findSandbox, probeSandbox } from './sandbox/detect.ts';
import { closeAllSandboxes, isStopping } from './sandbox/sandbox.ts';
import { sweepLeftovers } from './sandbox/sweep.ts';

const HELP = `Run the trials of entries and write what they showed to lab.results.json beside each.

  npm run lab -- [options] [id ...]      without an id: all entries

  --environment ID   only this environment (may be given several times)
  --cause ID         only this cause (likewise)
  --remedy ID        only this remedy (likewise)
  --fresh            run also what has results from the same scenario and steps
  --provision        fetch and build the tools, run nothing
  --update           resolve all versions anew instead of keeping those of the last run
  --jobs N           trials at the same time (default 2)
  --verbose          print every step and what was seen
  --help             print this

Trials run without network. Tools are kept under FIXRATE_LAB_CACHE, XDG_CACHE_HOME or ~/.cache, in
fixrate-lab; FIXRATE_LAB_MIRROR names another Debian mirror. An interrupted run goes on where it was.
Exit status: 0 everything ran; 1 something in the content is wrong; 2 this machine cannot run the lab.
`;

const many = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean', default: false } as const;

const OPTIONS = {
  environment: many,
  cause: many,
  remedy: many,
  fresh: flag,
  provision: flag,
  update: flag,
  jobs: { type: 'string', default: '2' },
  content: { type: 'string', default: contentRoot() },
  verbose: flag,
  help: flag,
} as const;

/** Read the command line; what is wrong in it is told like what is wrong in the content. */
function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    return { ...values, jobs: readJobs(values.jobs), ids: positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ContentTrouble(`${error.message}\n  → npm run lab -- --help lists the options`);
  }
}

function readJobs(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1) return jobs;
  throw new ContentTrouble(`--jobs ${text}: give a whole number from 1 on.`);
}

type Arguments = ReturnType<typeof readArguments>;

async function main(args: readonly string[]): Promise<number> {
  const options = readArguments(args);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const entries = readEntries(options.content, options.ids, {
    environment: filter(options.environment),
    cause: filter(options.cause),
    remedy: filter(options.remedy),
  });
  if (options.provision) {
    for (const entry of entries) await provisionAll(entry, options.update);
    return 0;
  }
  const bwrap = await findSandbox();
  sweepLeftovers();
  let troubles = 0;
  for (const entry of entries) troubles += await run(entry, options, bwrap);
  return troubles === 0 ? 0 : 1;
}

async function provisionAll(entry: LabEntry, update: boolean): Promise<void> {
  for (const environment of entry.lab.environments) await provide(entry, environment, update);
}

async function provide(
  entry: LabEntry,
  environment: LabEntry['lab']['environments'][number],
  update: boolean,
): Promise<Provisioned> {
  const start = Date.now();
  const { packages, cache } = entry.lab;
  const pins = entry.previous?.environments[environment.id]?.versions ?? {};
  const provisioned = await provision(environment, { packages, cache, pins, update });
  const seconds = Math.round((Date.now() - start) / 1000);
  const tools = Object.entries(provisioned.versions).map(([tool, version]) => `${tool} ${version}`);
  log(`${entry.id} ${environment.id}: ${tools.join(', ')}${seconds > 0 ? ` (${seconds} s)` : ''}`);
  return provisioned;
}

/** Run one entry and write its results; returns how much in its content is wrong. */
async function run(entry: LabEntry, options: Arguments, bwrap: string): Promise<number> {
  const start = Date.now();
  const fresh = options.fresh || options.update;
  const journal = new Journal(journalFolder(entry.id, entry.folder), fresh);
  const troubles: string[] = [];
  const seen = await runEntry(entry, {
    environments: filter(options.environment),
    causes: filter(options.cause),
    remedies: filter(options.remedy),
    fresh,
    jobs: new Jobs(options.jobs),
    journal,
    bwrap,
    provide: async (environment) => {
      const provisioned = await provide(entry, environment, options.update);
      await probeSandbox(provisioned, bwrap);
      return provisioned;
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
  for (const line of troubles) log(`TROUBLE ${line}`);
  return troubles.length;
}

function filter(ids: readonly string[] | undefined): ReadonlySet<string> | null {
  return ids === undefined ? null : new Set(ids);
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const) {
  process.once(signal, async () => {
    log(`${signal}: ending all trials; the next run goes on from here`);
    await closeAllSandboxes();
    process.exit(128 + number);
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // The lab was told to stop: the handler of the signal ends it.
  if (isStopping()) await new Promise(() => {});
  if (!(error instanceof CannotRunHere || error instanceof ContentTrouble)) throw error;
  log(error.message);
  process.exitCode = error instanceof CannotRunHere ? 2 : 1;
}
