import { parseArgs } from 'node:util';
import { contentRoot } from '../../entry/load/files.ts';
import { ContentTrouble } from '../errors.ts';

const many = { type: 'string', multiple: true } as const;
const one = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const OPTIONS = {
  environment: many,
  cause: many,
  remedy: many,
  changed: one,
  stale: one,
  sample: one,
  seed: one,
  shard: one,
  fresh: flag,
  provision: flag,
  update: flag,
  verify: flag,
  watch: flag,
  shell: one,
  forget: flag,
  jobs: one,
  content: { type: 'string', default: contentRoot() },
  json: flag,
  docker: flag,
  unsafe: flag,
  verbose: flag,
  help: flag,
} as const;

/** One of several parts, counted from 1. */
export interface Shard {
  index: number;
  count: number;
}

/** What the command line asks for. */
export type Options = ReturnType<typeof readOptions>;

/**
 * Read the command line.
 *
 * @throws ContentTrouble: what is wrong in it is told like what is wrong in the content.
 */
export function readOptions(args: readonly string[]) {
  const { values, positionals: ids } = parse(args);
  const options = {
    ...values,
    ids,
    // Nobody says that an entry is stale without wanting it measured.
    fresh: values.fresh || values.update || values.verify || values.stale !== undefined,
    jobs: readCount('jobs', values.jobs),
    stale: readCount('stale', values.stale, 0),
    sample: readCount('sample', values.sample),
    seed: readCount('seed', values.seed, 0),
    shard: readShard(values.shard),
    filters: {
      environment: idSet(values.environment),
      cause: idSet(values.cause),
      remedy: idSet(values.remedy),
    },
  };
  refuseNonsense(options);
  return options;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: withBase(args), allowPositionals: true, options: OPTIONS });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ContentTrouble(`${error.message}\n  → npm run lab -- --help lists the options`);
  }
}

/** Let `--changed` stand without a base, which `parseArgs` does not know. */
function withBase(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    if (arg !== '--changed') return [arg];
    const next = args[index + 1];
    return next === undefined || next.startsWith('-') ? ['--changed='] : [arg];
  });
}

function readCount(name: string, text: string | undefined, least = 1): number | null {
  if (text === undefined) return null;
  const count = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(count) && count >= least) return count;
  throw new ContentTrouble(`--${name} ${text}: give a whole number from ${least} on.`);
}

function readShard(text: string | undefined): Shard | null {
  if (text === undefined) return null;
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) return { index, count };
  throw new ContentTrouble(`--shard ${text}: give a part and the number of parts, as in 2/8.`);
}

function idSet(ids: readonly string[] | undefined): ReadonlySet<string> | null {
  return ids === undefined ? null : new Set(ids);
}

/** Refuse what contradicts itself. */
function refuseNonsense(options: {
  ids: string[];
  watch: boolean;
  verify: boolean;
  update: boolean;
  shell?: string | undefined;
  sample: number | null;
  seed: number | null;
}): void {
  const single = options.watch ? '--watch' : options.shell === undefined ? null : '--shell';
  if (single !== null && options.ids.length !== 1)
    throw new ContentTrouble(`${single} is for one entry: give its id.`);
  if (options.verify && options.update)
    throw new ContentTrouble('--verify compares with the versions of the results: leave --update out.');
  if (options.verify && options.watch)
    throw new ContentTrouble('--watch writes results, --verify does not: give one of them.');
  if (options.seed !== null && options.sample === null)
    throw new ContentTrouble('--seed says which sample to take: give --sample N too.');
}
