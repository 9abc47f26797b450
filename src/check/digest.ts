import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { digestCode, listCode } from '../cache/code.ts';
import type { EntryFiles } from '../entry/load/files.ts';
import type { Surroundings } from './inspect.ts';

/** Root of the project. */
export const PROJECT = join(import.meta.dirname, '../..');

/** All code that what is said of an entry depends on. */
export const CODE = ['src/cache', 'src/check', 'src/entry', 'src/i18n', 'src/process', 'src/server'];

/** Digest all that `inspectEntry` is given of an entry. */
export function digestFiles({ id, folder, texts, problems }: EntryFiles): string {
  const named = Object.entries(texts);
  const lengths = named.map(([name, text]) => [name, text.length]);
  const digest = createHash('sha256').update(JSON.stringify([id, folder, problems, lengths]));
  for (const [, text] of named) digest.update(text);
  return digest.digest('hex');
}

/** Digest all that what is said of an entry depends on, beside its own files. */
export function digestBasis(surroundings: Surroundings): string {
  return createHash('sha256')
    .update(JSON.stringify([process.version, surroundings]))
    .update(digestCode(PROJECT, CODE))
    .digest('hex');
}

/** Whether code was changed after a time: what runs may not be what stands in the files. */
export function codeChangedAfter(milliseconds: number): boolean {
  return listCode(PROJECT, CODE).some((file) => statSync(join(PROJECT, file)).mtimeMs > milliseconds);
}
