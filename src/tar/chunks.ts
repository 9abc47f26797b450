import { hash } from 'node:crypto';
import tar from 'tar-stream';

/** A file to pack. */
export interface PackedFile {
  name: string;
  bytes: number;
  read(): Buffer | string;
  /** Is another for another content, see `stampOf`; without one the file is read in each build. */
  stamp?: string;
  /** Whether it can be run as a program. */
  isProgram?: boolean;
}

/** A file to pack, made of a text; one that begins as scripts do can be run. */
export function textFile(name: string, text: string): PackedFile {
  const bytes = Buffer.byteLength(text);
  return { name, bytes, read: () => text, stamp: hash('sha256', text), isProgram: text.startsWith('#!') };
}

/** A part of an archive, made of files that stand together. */
export interface Part {
  /** Names all that its chunks depend on, so that nobody who knows the key need make them; null where they must be made. */
  key: string | null;
  chunks(): AsyncIterable<Buffer>;
}

/** A group is closed from here on, where it may be. */
const LEAST_BYTES = 256 * 1024;
/** A chunk is never larger, whatever it holds. */
const MOST_BYTES = 4 * 1024 * 1024;
/** What ends an archive: two empty blocks. */
const END_BYTES = 1024;

/**
 * Make a tar archive but for its end. Where it is cut into parts depends on the names near the cut alone, so that a change
 * of one file leaves most parts the same bytes. Nothing tells when or where it was made: no owners or orders of the machine.
 *
 * @param files in order
 * @param mtime date that all of them get
 */
export function* tarParts(files: Iterable<PackedFile>, mtime = new Date(0)): Generator<Part> {
  for (const group of groupFiles(files)) yield { key: keyOf(group), chunks: () => tarChunks(group, mtime) };
}

/** The last part of a tar archive, which says that no file follows. */
export const TAR_END: Part = {
  key: null,
  async *chunks() {
    yield Buffer.alloc(END_BYTES);
  },
};

function keyOf(files: readonly PackedFile[]): string | null {
  const stamps = files.map(({ name, stamp, isProgram = false }) => [name, stamp, isProgram]);
  return stamps.every(([, stamp]) => stamp !== undefined) ? hash('sha256', JSON.stringify(stamps)) : null;
}

async function* tarChunks(files: readonly PackedFile[], mtime: Date): AsyncGenerator<Buffer> {
  const bytes = await tarOf(files, mtime);
  const whole = bytes.subarray(0, -END_BYTES);
  for (let at = 0; at < whole.length; at += MOST_BYTES) yield whole.subarray(at, at + MOST_BYTES);
}

/** Put files together that stand together, an entry's above all. */
function* groupFiles(files: Iterable<PackedFile>): Generator<PackedFile[]> {
  let [group, bytes]: [PackedFile[], number] = [[], 0];
  for (const file of files) {
    const last = group.at(-1);
    if (
      last !== undefined &&
      (bytes >= MOST_BYTES || (bytes >= LEAST_BYTES && isCut(last.name, file.name)))
    ) {
      yield group;
      [group, bytes] = [[], 0];
    }
    group.push(file);
    bytes += file.bytes;
  }
  if (group.length > 0) yield group;
}

/** Whether to cut between two files: between folders or entries at every other, within one seldom. */
function isCut(name: string, next: string): boolean {
  const chance = placeOf(name) === placeOf(next) ? 16 : 2;
  return (hash('sha256', name, 'buffer')[0] ?? 0) % chance === 0;
}

/** `git/push.json`, `git/push/index.html` and `git/push/trials/index.html` stand at `git/push`. */
function placeOf(name: string): string {
  return name.replace(/(?:\/trials)?\/index\.html$|\.[^/]*$/, '');
}

async function tarOf(files: readonly PackedFile[], mtime: Date): Promise<Buffer> {
  const pack = tar.pack();
  for (const { name, read, isProgram } of files)
    pack.entry({ name, mode: isProgram ? 0o755 : 0o644, mtime, uid: 0, gid: 0 }, read());
  pack.finalize();
  const blocks: Buffer[] = [];
  for await (const block of pack) blocks.push(block as Buffer);
  return Buffer.concat(blocks);
}
