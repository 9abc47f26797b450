import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** List the files of a built site, as paths below its directory with `/` between folders, in the order of their code units. */
export function listFiles(directory: string): string[] {
  const start = join(directory, '/').length;
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(start).split(sep).join('/'))
    .sort();
}
