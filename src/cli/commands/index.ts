import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { packIndex } from '../../match/pack.ts';
import type { MatchInput } from '../../match/types.ts';
import type { Io } from '../io.ts';
import { readStdin } from '../io.ts';
import { CliTrouble, EXIT, type ExitStatus } from '../trouble.ts';
import { TROUBLE } from '../trouble-strings.ts';
import { numberedLines, parseLine } from './lines.ts';

const InputSchema = z.strictObject({
  id: z.string().min(1),
  signatures: z.array(z.string().min(1)).min(1),
  context: z.array(z.string()).nullish(),
  wraps: z.array(z.string()).nullish(),
});

/** Build an index from lines of JSON; `-` reads standard input. All wrong lines are named, and nothing is written then. */
export async function buildIndex(
  file: string | undefined,
  out: string | undefined,
  io: Io,
): Promise<ExitStatus> {
  if (file === undefined || out === undefined) throw new CliTrouble(TROUBLE.needsFiles);
  const text = file === '-' ? await readStdin(io) : read(file);
  const inputs: MatchInput[] = [];
  const seen = new Map<string, number>();
  let wrong = 0;
  for (const { number, line } of numberedLines(text)) {
    try {
      const { id, signatures, context, wraps } = parseLine(line, InputSchema);
      const before = seen.get(id);
      if (before !== undefined)
        throw new CliTrouble(`the id "${id}" stands in line ${before} too; join the two`);
      seen.set(id, number);
      inputs.push({ id, signatures, context: context ?? [], wraps: wraps ?? [] });
    } catch (error) {
      wrong++;
      io.err(`${file}:${number}: ${(error as Error).message}`);
    }
  }
  if (wrong > 0)
    throw new CliTrouble(
      `${wrong === 1 ? '1 line is' : `${wrong} lines are`} wrong; ${out} was not written.`,
    );
  if (inputs.length === 0) throw new CliTrouble(TROUBLE.noLines(file));
  write(out, `${JSON.stringify(packIndex(inputs))}\n`);
  io.err(`${out}: ${inputs.length === 1 ? '1 error' : `${inputs.length} errors`}`);
  return EXIT.found;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliTrouble(`${file}: ${(error as Error).message}`);
  }
}

/** Write a file whole or not at all: an index that was there before stays until the new one is complete. */
function write(file: string, text: string): void {
  // What is no plain file, such as /dev/stdout or a link, is written into, never replaced.
  const replaces = lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? true;
  const unfinished = replaces ? `${file}.${process.pid}.tmp` : file;
  try {
    writeFileSync(unfinished, text);
    if (replaces) renameSync(unfinished, file);
  } catch (error) {
    if (replaces) rmSync(unfinished, { force: true });
    throw new CliTrouble(TROUBLE.notWritten(file, (error as Error).message));
  }
}
