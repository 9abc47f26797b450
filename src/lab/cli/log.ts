import { printable } from '../../terminal/printable.ts';

/** Tell a line to who watches; standard output is for what was asked for. */
export function log(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}
