import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where exported files go; paths stand below the base of the site. */
export interface Sink {
  write(path: string, content: string | Buffer): void;
  /** Begin a file that is written piece by piece. */
  open(path: string): Writer;
}

export interface Writer {
  write(text: string): void;
  close(): void;
}

/** Pieces are gathered up to this many UTF-16 units before they are written. */
const GATHERED = 65_536;

/** Write into a directory; `count` says how many files. */
export function directorySink(directory: string): Sink & { readonly count: number } {
  let count = 0;
  const place = (path: string): string => {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    count++;
    return file;
  };
  return {
    get count() {
      return count;
    },
    write: (path, content) => writeFileSync(place(path), content),
    open: (path) => {
      const file = openSync(place(path), 'w');
      let gathered = '';
      const flush = (): void => {
        writeSync(file, gathered);
        gathered = '';
      };
      return {
        write: (text) => {
          gathered += text;
          if (gathered.length > GATHERED) flush();
        },
        close: () => {
          flush();
          closeSync(file);
        },
      };
    },
  };
}

/** Keep one file and forget all others: how a single path is answered while developing. */
export function onePathSink(wanted: string): Sink & { readonly kept: string | null } {
  let kept: string | null = null;
  return {
    get kept() {
      return kept;
    },
    write: (path, content) => {
      if (path === wanted) kept = content.toString();
    },
    open: (path) => {
      const pieces: string[] = [];
      return {
        write: (text) => {
          if (path === wanted) pieces.push(text);
        },
        close: () => {
          if (path === wanted) kept = pieces.join('');
        },
      };
    },
  };
}
