import type { Readable } from 'node:stream';

/**
 * Read a stream line by line, holding at most one line of a given length: what writes to it may be
 * hostile, and a line that never ends must not fill the memory of the host.
 *
 * @param longest length of a line, in bytes.
 * @param overflow is called once, when a line is longer; the rest of the stream is then thrown away.
 */
export function readLines(
  stream: Readable,
  longest: number,
  take: (line: string) => void,
  overflow: () => void,
): void {
  let parts: Buffer[] = [];
  let length = 0;
  let spilt = false;
  stream.on('data', (data: Buffer) => {
    let rest = data;
    while (!spilt && rest.length > 0) {
      const end = rest.indexOf(10);
      const part = end < 0 ? rest : rest.subarray(0, end);
      parts.push(part);
      length += part.length;
      if (length > longest) {
        spilt = true;
        parts = [];
        return overflow();
      }
      if (end < 0) return;
      const line = Buffer.concat(parts, length).toString('utf8');
      parts = [];
      length = 0;
      rest = rest.subarray(end + 1);
      take(line);
    }
  });
  // Whoever read it before may have left it paused.
  stream.resume();
}
