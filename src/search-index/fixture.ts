import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** For tests alone: all files of an index, by path. */
export function filesOf(path: string): Record<string, string> {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return Object.fromEntries(
    files
      .map((item) => join(item.parentPath, item.name))
      .map((file) => [file.slice(path.length), readFileSync(file, 'latin1')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
