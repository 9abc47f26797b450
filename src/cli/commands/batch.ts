import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Matcher } from '../../match/matcher.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitStatus } from '../trouble.ts';
import { parseLine } from './lines.ts';

const IdSchema = z.union([z.string(), z.number()]);
const RequestSchema = z.object({ id: IdSchema, text: z.string() });
const WANTED = 'a line is {"id":"…","text":"…"}';

/**
 * Answer each line `{"id","text"}` of standard input with a line `{"id","matches"}`, best first, empty for no
 * match. A line that is wrong gets `{"id","matches":[],"error"}` in its place, with `null` where it has no id, so that no
 * answer is lost.
 */
export async function matchBatch(matcher: Matcher, io: Io): Promise<ExitStatus> {
  let number = 0;
  let wrong = 0;
  for await (const read of createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    const line = read.replace(/^\uFEFF/, '');
    if (line.trim() === '') continue;
    try {
      const { id, text } = parseLine(line, RequestSchema);
      const matches = matcher.match(text).matches.map(({ entry, score, lines, signature, captures }) => ({
        entry,
        score,
        line: lines[0]?.line ?? null,
        signature,
        captures,
      }));
      io.out(`${JSON.stringify({ id, matches })}\n`);
    } catch (error) {
      wrong++;
      const message = `${(error as Error).message}; ${WANTED}`;
      io.err(`stdin:${number}: ${message}`);
      io.out(`${JSON.stringify({ id: idOf(line), matches: [], error: `line ${number}: ${message}` })}\n`);
    }
  }
  return wrong === 0 ? EXIT.found : EXIT.trouble;
}

/** The id of a line that is wrong otherwise; null if it has none. */
function idOf(line: string): string | number | null {
  try {
    return z.object({ id: IdSchema }).parse(JSON.parse(line)).id;
  } catch {
    return null;
  }
}
