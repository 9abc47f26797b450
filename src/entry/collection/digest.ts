import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestCode } from '../../cache/code.ts';
import type { SiteAddress } from '../../server/address.ts';
import { folderOf, isEntryFile } from '../load/files.ts';

/**
 * Digest all that every stored entry depends on beside its own files: the code that reads it, the
 * packages that this code uses, and where the site will stand.
 *
 * @param project root of the project
 */
export function digestReader(project: string, site: SiteAddress): string {
  return createHash('sha256')
    .update(JSON.stringify(site))
    .update(digestCode(project, ['src/entry']))
    .digest('hex');
}

/**
 * Digest the files of an entry, as bytes: most of them are not decoded, since most entries have not
 * changed. The names of other files count too, for they are problems.
 */
export function digestEntry(root: string, id: string, reader: string): string {
  const folder = folderOf(root, id);
  const hash = createHash('sha256').update(reader);
  for (const item of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    hash.update(`\0${item.name}\0${item.isFile()}\0`);
    if (item.isFile() && isEntryFile(item.name)) hash.update(readFileSync(join(folder, item.name)));
  }
  return hash.digest('hex');
}
