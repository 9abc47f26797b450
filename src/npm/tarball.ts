import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { createGunzip, gzipSync } from 'node:zlib';
import tar from 'tar-stream';

/** The date that npm gives to every file of a package. */
const MADE = new Date('1985-10-26T08:15:00.000Z');

/** Pack a package as npm does: the same fields and files give the same bytes. */
export async function packTarball(
  manifest: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const pack = tar.pack();
  const all = { 'package.json': `${JSON.stringify(manifest, null, 2)}\n`, ...files };
  for (const [path, content] of Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const mode = content.startsWith('#!') ? 0o755 : 0o644;
    pack.entry({ name: `package/${path}`, mtime: MADE, mode }, content);
  }
  pack.finalize();
  return gzipSync(await buffer(pack), { level: 9 });
}

/** Read the package.json of a package from its tarball. */
export async function readManifest(tarball: Buffer): Promise<Record<string, unknown>> {
  const entries = Readable.from(tarball).pipe(createGunzip()).pipe(tar.extract());
  let found: Record<string, unknown> | null = null;
  for await (const entry of entries) {
    // The first folder is called package by npm, and otherwise by some.
    if (/^[^/]+\/package\.json$/.test(entry.header.name)) found = JSON.parse(await text(entry));
    else entry.resume();
  }
  if (found === null) throw new Error('a tarball of npm has no package.json');
  return found;
}
