import type { Readable } from 'node:stream';
import { decodeLog } from '../match/decode.ts';
import { EXIT } from './trouble.ts';

/** What a command reads and writes, so that tests can stand in for a terminal. */
export interface Io {
  stdin: Readable & { isTTY?: boolean };
  /** Write text to standard output. */
  out: (text: string) => void;
  /** Write a line to standard error. */
  err: (line: string) => void;
  /** Whether standard output takes colours. */
  colour: boolean;
  /** Width of the terminal in columns. */
  columns: number;
  env: Readonly<Record<string, string | undefined>>;
}

const WIDEST = 100;
const UNKNOWN_WIDTH = 80;

/** The streams of this process. Colours follow https://no-color.org and FORCE_COLOR. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  // A reader of a pipe may leave early, as `head` does.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(EXIT.found);
  });
  const asked = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0';
  const refused = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return {
    stdin,
    out: (text) => void stdout.write(text),
    err: (line) => void stderr.write(`${line}\n`),
    colour: asked || (!refused && stdout.isTTY === true),
    columns: Math.min(stdout.columns ?? UNKNOWN_WIDTH, WIDEST),
    env,
  };
}

/** Longest text that is read, in bytes; of a longer one the end, where a log tells what went wrong. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Read standard input to its end. */
export async function readStdin(io: Io): Promise<string> {
  let chunks: Buffer[] = [];
  let size = 0;
  let start: Buffer | undefined;
  for await (const chunk of io.stdin) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    start ??= bytes.subarray(0, 2);
    chunks.push(bytes);
    size += bytes.length;
    if (size > 2 * MOST_BYTES) {
      chunks = [Buffer.concat(chunks).subarray(-MOST_BYTES)];
      size = MOST_BYTES;
    }
  }
  return decodeLog(Buffer.concat(chunks).subarray(-MOST_BYTES), start);
}
