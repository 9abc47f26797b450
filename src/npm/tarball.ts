import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createGunzip, gzipSync } from 'node:zlib';
import tar from 'tar-stream';
import { type PackedFile, type Part, TAR_END, tarParts, textFile } from '../tar/chunks.ts';
import { KeptMembers } from '../tar/compress.ts';

/** The date that npm gives to every file of a package. */
const MADE = new Date('1985-10-26T08:15:00.000Z');

type Manifest = Readonly<Record<string, unknown>>;

/**
 * Pack a package as npm does: the same fields and files give the same bytes.
 *
 * @param files texts by path
 */
export async function packTarball(
  manifest: Manifest,
  files: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const texts = Object.entries(files).map(([path, text]) => textFile(path, text));
  for (const part of packageParts(manifest, texts)) chunks.push(...(await Array.fromAsync(part.chunks())));
  return gzipSync(Buffer.concat(chunks), { level: 9 });
}

/**
 * Pack a large package, see `packTarball`, to several members of gzip, which are kept between builds.
 *
 * @param files in any order
 * @param cache folder that is kept between builds
 */
export async function packLargeTarball(
  manifest: Manifest,
  files: readonly PackedFile[],
  cache: string,
): Promise<Buffer> {
  const members = new KeptMembers(cache);
  const tarball = Buffer.concat(await Array.fromAsync(members.compress(packageParts(manifest, files))));
  members.end();
  return tarball;
}

function* packageParts(manifest: Manifest, files: readonly PackedFile[]): Generator<Part> {
  const all = [textFile('package.json', `${JSON.stringify(manifest, null, 2)}\n`), ...files];
  const sorted = all.sort((a, b) => (a.name < b.name ? -1 : 1));
  yield* tarParts(
    sorted.map((file) => ({ ...file, name: `package/${file.name}` })),
    MADE,
  );
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
