import { readFileSync } from 'node:fs';
import type { Ready } from '../../entry/schema/lab.ts';
import type { Terminal } from '../../entry/schema/lab-machine.ts';
import { shellWord } from '../sandbox/namespace.ts';

/** The failing program: a command that ends, one that serves, or a page in jsdom. */
export type Run =
  | string
  | { serve: string; ready?: Ready | undefined }
  | { page: string; settle?: number | undefined };

/** Where the program stands in a sandbox that loads a page. */
export const PAGE_RUNNER = '/opt/lab/page.cjs';

/** Read the program that loads a page in jsdom and prints its console. */
export function pageRunner(): string {
  return readFileSync(new URL('./page-runner.cjs', import.meta.url), 'utf8');
}

/** Return the command of a program that ends. */
export function commandOf(run: Exclude<Run, { serve: string }>): string {
  if (typeof run === 'string') return run;
  return `node ${PAGE_RUNNER} ${shellWord(run.page)} ${run.settle ?? ''}`.trimEnd();
}

/** Tell whether a program is to keep running. */
export function serves(run: Run): run is Extract<Run, { serve: string }> {
  return typeof run !== 'string' && 'serve' in run;
}

/** Tell whether it is a page. */
export function isPage(run: Run): run is Extract<Run, { page: string }> {
  return typeof run !== 'string' && 'page' in run;
}

/** Wrap a command so that it has a terminal of a given size; script(1) is in every suite. */
export function inTerminal(command: string, terminal: Terminal): string {
  const { columns, rows } = terminal === true ? { columns: 80, rows: 24 } : terminal;
  const sized = `stty columns ${columns} rows ${rows}; exec bash -c ${shellWord(command)}`;
  return `exec script --quiet --return --flush --command ${shellWord(sized)} /dev/null`;
}
