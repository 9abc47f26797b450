import { fillTemplate } from './placeholders.ts';

/** How a tell ended. */
export interface TellRun {
  /** Exit status; null where it was ended. */
  exit: number | null;
  stdout: string;
}

/**
 * Tell whether a tell holds: it ended with 0, and what it printed matches. The one meaning of a tell, for
 * the lab that proves it and the command line that runs it.
 *
 * @param expect regular expression, in which values of placeholders stand for themselves
 */
export function tellHolds(
  expect: string,
  values: Readonly<Record<string, string>>,
  { exit, stdout }: TellRun,
): boolean {
  return exit === 0 && new RegExp(fillPattern(expect, values), 'm').test(stdout);
}

function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  // `RegExp.escape` is not there before Node 24, on which the command line runs too.
  const escaped = Object.entries(values).map(([name, value]) => [
    name,
    value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
  ]);
  return fillTemplate(pattern, Object.fromEntries(escaped));
}
