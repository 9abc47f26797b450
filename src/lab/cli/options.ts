import { parseArgs } from 'node:util';
import { contentRoot } from '../../entry/load/files.ts';
import { ContentTrouble } from '../errors.ts';

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
  docker: flag,
  verbose: flag,
  help: flag,
} as const;

/** What the command line asks for. */
export type Options = ReturnType<typeof readOptions>;

/**
 * Read the command line.
 *
 * @throws ContentTrouble: what is wrong in it is told like what is wrong in the content.
 */
export function readOptions(args: readonly string[]) {
  const { values, positionals } = parse(args);
  return {
    ...values,
    ids: positionals,
    jobs: readCount('jobs', values.jobs),
    filters: {
      environment: idSet(values.environment),
      cause: idSet(values.cause),
      remedy: idSet(values.remedy),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ContentTrouble(`${error.message}\n  → npm run lab -- --help lists the options`);
  }
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new ContentTrouble(`--${name} ${text}: give a whole number from 1 on.`);
}

function idSet(ids: readonly string[] | undefined): ReadonlySet<string> | null {
  return ids === undefined ? null : new Set(ids);
}
