import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import type { PackageFile } from './files.ts';

/** When every file of a package was last changed, as npm has it: the same content is the same bytes. */
const CHANGED = new Date('1985-10-26T08:15:00Z');

/** Pack files as `npm pack` does: below `package/`, gzipped. */
export async function makeTarball(files: readonly (PackageFile & { mode?: number })[]): Promise<Buffer> {
  const tar = pack();
  for (const { path, text, mode = 0o644 } of files)
    tar.entry({ name: `package/${path}`, mode, mtime: CHANGED }, text);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  return gzipSync(Buffer.concat(chunks), { level: 9 });
}
