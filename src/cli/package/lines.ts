import { closeSync, openSync, readSync } from 'node:fs';

const NEWLINE = '\n'.charCodeAt(0);

/** A line of a file, without its end. */
export interface Line {
  /** Where it begins, in bytes. */
  at: number;
  /** Holds until the next line is asked for. */
  bytes: Buffer;
}

/**
 * Read a file line by line: all of it at once would be as much memory.
 *
 * @param atOnce bytes to read at a time; a longer line is read whole
 */
export function* readLines(path: string, atOnce = 1024 * 1024): Generator<Line> {
  const file = openSync(path, 'r');
  try {
    let buffer = Buffer.allocUnsafe(atOnce);
    // Bytes of the buffer that are read, and where in the file they begin.
    let [length, start] = [0, 0];
    for (let read = -1; read !== 0; ) {
      if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
      read = readSync(file, buffer, length, buffer.length - length, start + length);
      length += read;
      let from = 0;
      for (let end = endOf(buffer, from, length); end !== -1; end = endOf(buffer, from, length)) {
        yield { at: start + from, bytes: buffer.subarray(from, end) };
        from = end + 1;
      }
      buffer.copyWithin(0, from, length);
      length -= from;
      start += from;
    }
    if (length > 0) yield { at: start, bytes: buffer.subarray(0, length) };
  } finally {
    closeSync(file);
  }
}

function endOf(buffer: Buffer, from: number, length: number): number {
  return buffer.subarray(0, length).indexOf(NEWLINE, from);
}

/** Read some bytes of a file as text. */
export function readPart(path: string, at: number, bytes: number): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(bytes);
    const read = readSync(file, buffer, 0, bytes, at);
    return buffer.toString('utf8', 0, read);
  } finally {
    closeSync(file);
  }
}
