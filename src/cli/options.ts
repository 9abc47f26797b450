import { parseArgs } from 'node:util';
import { CliTrouble } from './trouble.ts';
import { TROUBLE } from './trouble-strings.ts';

/** A call, taken apart. */
export interface Options {
  command: string | undefined;
  words: string[];
  json: boolean;
  batch: boolean;
  explain: boolean;
  only: boolean;
  yes: boolean;
  help: boolean;
  version: boolean;
  lang: string | undefined;
  indexes: string[];
  out: string | undefined;
  message: string | undefined;
  values: Record<string, string>;
}

/**
 * Read the arguments of a call.
 *
 * @throws CliTrouble if one is unknown or lacks its value
 */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parse(argv);
  const [command, ...words] = positionals;
  return {
    command,
    words,
    json: values.json,
    batch: values.batch,
    explain: values.explain,
    only: values.only,
    yes: values.yes,
    help: values.help,
    version: values.version,
    lang: values.lang,
    indexes: values.index,
    out: values.out,
    message: values.message,
    values: Object.fromEntries(values.set.map(readPair)),
  };
}

function parse(argv: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: flag,
        batch: flag,
        explain: flag,
        only: flag,
        yes: { ...flag, short: 'y' },
        help: { ...flag, short: 'h' },
        version: flag,
        lang: { type: 'string' },
        index: { type: 'string', multiple: true, default: [] },
        out: { type: 'string', short: 'o' },
        message: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch (error) {
    throw new CliTrouble(TROUBLE.badOption((error as Error).message));
  }
}

function readPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  if (at < 1) throw new CliTrouble(TROUBLE.badPair(pair));
  return [pair.slice(0, at), pair.slice(at + 1)];
}
