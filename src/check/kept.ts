import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, keep } from '../cache/kept.ts';
import { readEntryFiles } from '../entry/load/files.ts';
import { codeChangedAfter, digestBasis, digestFiles } from './digest.ts';
import { type Inspected, inspectEntries } from './entries.ts';
import type { Surroundings } from './inspect.ts';

/** Where results of a check are kept, for the next one. */
export function keptFolder(): string {
  return join(cacheFolder(), 'check');
}

/**
 * Check each of some entries by itself, but for those that are as they were in the last check: what came of them
 * was kept. `inspectEntry` is pure, so that the same files, surroundings and code come to the same.
 *
 * @param folder where it is kept
 * @param inspect checks the others
 */
export async function inspectChanged(
  root: string,
  ids: readonly string[],
  surroundings: Surroundings,
  folder: string,
  inspect: typeof inspectEntries = inspectEntries,
): Promise<Inspected[]> {
  const basis = digestBasis(surroundings);
  const kept = readKept(folder, basis);
  const found = new Map<string, Inspected>();
  if (kept.size > 0) {
    for (const id of ids) {
      const known = kept.get(digestFiles(readEntryFiles(root, id)));
      if (known !== undefined) found.set(id, known);
    }
  }
  const changed = ids.filter((id) => !found.has(id));
  const inspected = await inspect(root, changed, surroundings);
  changed.forEach((id, index) => {
    const one = inspected[index];
    if (one !== undefined) found.set(id, one);
  });
  const all = ids.flatMap((id) => found.get(id) ?? []);
  const isNew = changed.length > 0 || all.length !== kept.size;
  if (isNew && !codeChangedAfter(performance.timeOrigin)) writeKept(folder, basis, all);
  return all;
}

const fileIn = (folder: string): string => join(folder, 'entries.ndjson');

/** The first line of the file: of another basis, or where anything of it was changed, the rest is not read. */
function seal(basis: string, body: string): string {
  return hash('sha256', `${basis}\n${body}`);
}

function readKept(folder: string, basis: string): Map<string, Inspected> {
  let text: string;
  try {
    text = readFileSync(fileIn(folder), 'utf8');
  } catch {
    return new Map();
  }
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, Math.max(end, 0)) !== seal(basis, body)) return new Map();
  const lines = body.split('\n').filter((line) => line !== '');
  const all = lines.map((line) => JSON.parse(line) as Inspected);
  return new Map(all.map((one) => [one.digest, one]));
}

function writeKept(folder: string, basis: string, all: readonly Inspected[]): void {
  const body = all.map((one) => `${JSON.stringify(one)}\n`).join('');
  try {
    keep(fileIn(folder), `${seal(basis, body)}\n${body}`);
  } catch {
    // Where nothing can be kept, the next check takes longer.
  }
}
