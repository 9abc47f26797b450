import type { PartKey } from './choice.ts';

/** A file to keep: path below the base, and its digest as in the attribute `integrity` of HTML. */
export type KeptFile = readonly [path: string, integrity: string];

/** A part, where the list of its files is, and how much there is to fetch. */
export interface Part extends PartKey {
  /** Script below the base that names the files; its name holds a digest of them. */
  list: string;
  files: number;
  bytes: number;
}

/** Everything that can be kept, as `offline/parts.json` has it. */
export interface Manifest {
  /** Changes whenever any file does. */
  version: string;
  parts: Part[];
}

/** Where {@link Manifest} stands, below the base. */
export const MANIFEST_PATH = 'offline/parts.json';

/** Where the service worker stands: it governs what is below its own address. */
export const WORKER_PATH = 'sw.js';

/** The function that lists call in the worker. */
export const LIST_FUNCTION = 'keepFiles';

/** Most that is kept, in bytes: a phone must not fill up without a word. */
export const MOST_BYTES = 500_000_000;
