import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryFiles } from '../entry/load/files.ts';
import type { Surroundings } from './inspect.ts';

/** Root of the project. */
export const PROJECT = join(import.meta.dirname, '../..');

/** All code that what is said of an entry depends on. */
export const CODE = ['src/check', 'src/entry', 'src/i18n', 'src/server'];

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
  const basis = createHash('sha256').update(JSON.stringify([process.version, surroundings]));
  for (const file of basisFiles()) basis.update(file).update(readFileSync(join(PROJECT, file)));
  return basis.digest('hex');
}

/** Whether code was changed after a time: what runs may not be what stands in the files. */
export function codeChangedAfter(milliseconds: number): boolean {
  return basisFiles().some((file) => statSync(join(PROJECT, file)).mtimeMs > milliseconds);
}

function basisFiles(): string[] {
  const code = CODE.flatMap((folder) => {
    const names = readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' });
    return names.map((name) => `${folder}/${name}`);
  });
  const files = code.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return [...files.sort(), 'package-lock.json'];
}
