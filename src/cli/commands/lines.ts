import type { z } from 'zod';
import { CliTrouble } from '../trouble.ts';

/** The lines of a text that hold something, numbered from 1. */
export function* numberedLines(text: string): Generator<{ number: number; line: string }> {
  for (const [index, line] of text.split('\n').entries())
    if (line.trim() !== '') yield { number: index + 1, line: line.trim() };
}

/**
 * Parse one line of JSON.
 *
 * @throws CliTrouble that says what is wrong with it; the caller knows where it stands
 */
export function parseLine<T extends z.ZodType>(line: string, schema: T): z.output<T> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new CliTrouble(`not JSON: ${(error as Error).message}`);
  }
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const issues = error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  throw new CliTrouble(issues.join('; '));
}
