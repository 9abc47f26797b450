import { existsSync, readFileSync, statSync } from 'node:fs';
import { keep } from './kept.ts';

/**
 * Tell a file from what it was, and is to be, without reading it: whoever writes to it changes this. Take it before the
 * file is read, so that a change meanwhile is seen later.
 */
export function stampOf(path: string): { bytes: number; stamp: string } {
  const { size, mtimeNs, ino } = statSync(path, { bigint: true });
  return { bytes: Number(size), stamp: `${size} ${mtimeNs} ${ino}` };
}

/** What a build found out, for the next: values by keys that name all that they depend on. */
export class Notes<Value> {
  readonly #path: string;
  readonly #former: Map<string, Value>;
  readonly #current = new Map<string, Value>();

  /** @param path of the JSON file that keeps them */
  constructor(path: string) {
    this.#path = path;
    this.#former = new Map(existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []);
  }

  /** The value of a key, from this build or the one before. */
  get(key: string): Value | undefined {
    const value = this.#current.get(key) ?? this.#former.get(key);
    if (value !== undefined) this.#current.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.#current.set(key, value);
  }

  /** Keep for the next build what was asked for or set, and let go of all. */
  save(): void {
    keep(this.#path, JSON.stringify([...this.#current]));
    this.#current.clear();
    this.#former.clear();
  }
}
