import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * List what decides how folders of the project work: their code, without its tests, and the versions of all packages.
 *
 * @returns paths below the project
 */
export function listCode(project: string, folders: readonly string[]): string[] {
  const code = folders.flatMap((folder) => {
    const names = readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' });
    return names.map((name) => `${folder}/${name}`);
  });
  const files = code.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  return [...files.sort(), 'package-lock.json'];
}

/** Digest what `listCode` lists. */
export function digestCode(project: string, folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of listCode(project, folders)) hash.update(file).update(readFileSync(join(project, file)));
  return hash.digest('hex');
}
