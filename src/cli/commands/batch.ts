import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Matcher } from '../../match/matcher.ts';
import type { Io } from '../io.ts';
import { EXIT, type ExitStatus } from '../trouble.ts';
import { parseLine } from './lines.ts';

const RequestSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/**
 * Answer each line `{"id","text"}` of standard input with a line `{"id","matches"}`, best first, empty for no
 * match. A line that is wrong gets `{"id":null,"matches":[],"error"}` in its place, so that no answer is lost.
 */
export async function matchBatch(matcher: Matcher, io: Io): Promise<ExitStatus> {
  let number = 0;
  let wrong = 0;
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
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
      const { message } = error as Error;
      io.err(`stdin:${number}: ${message}`);
      io.out(`${JSON.stringify({ id: null, matches: [], error: `line ${number}: ${message}` })}\n`);
    }
  }
  return wrong === 0 ? EXIT.found : EXIT.trouble;
}
