import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createGunzip, gzipSync } from 'node:zlib';
import tar from 'tar-stream';
import { type PackedFile, type Part, TAR_END, tarParts } from '../tar/chunks.ts';
import { KeptMembers } from '../tar/compress.ts';

/** The date that npm gives to every file of a package. */
const MADE = new Date('1985-10-26T08:15:00.000Z');

type Manifest = Readonly<Record<string, unknown>>;
type Files = Readonly<Record<string, string>>;

/** Pack a package as npm does: the same fields and files give the same bytes. */
export async function packTarball(manifest: Manifest, files: Files): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (const part of packageParts(manifest, files)) chunks.push(...(await Array.fromAsync(part.chunks())));
  return gzipSync(Buffer.concat(chunks), { level: 9 });
}

/**
 * Pack a large package, see `packTarball`, to several members of gzip, which are kept between builds.
 *
 * @param cache folder that is kept between builds
 */
export async function packLargeTarball(manifest: Manifest, files: Files, cache: string): Promise<Buffer> {
  const members = new KeptMembers(cache);
  const tarball = Buffer.concat(await Array.fromAsync(members.compress(packageParts(manifest, files))));
  members.end();
  return tarball;
}

function* packageParts(manifest: Manifest, files: Files): Generator<Part> {
  const all = { 'package.json': `${JSON.stringify(manifest, null, 2)}\n`, ...files };
  const sorted = Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
  const packed = sorted.map(
    ([path, content]): PackedFile => ({
      name: `package/${path}`,
      bytes: content.length,
      read: () => content,
      isProgram: content.startsWith('#!'),
    }),
  );
  yield* tarParts(packed, MADE);
  yield TAR_END;
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
