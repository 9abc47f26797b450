import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listFiles } from '../../server/list-files.ts';
import { type PackedFile, tarChunks } from '../../tar/chunks.ts';
import { compressChunks } from '../../tar/compress.ts';
import { PATHS } from '../urls.ts';

/** The name of the folder that it unpacks to: what is in it goes to the root of a file server. */
const FOLDER = 'fixrate';

const readme = (base: string): string => `# Fixrate, the whole site and all of its data

To read it, serve this folder with any file server, such as

    python3 -m http.server 8000

and open http://localhost:8000${base}.

Below .${base} every error stands as <id>.json (facts, prose in both languages, every trial) and as Markdown, <id>.md and
zh/<id>.md. v1/index.json lists them, v1/schema/ and v1/openapi.json describe them.

Content and data: CC BY 4.0, see LICENSE-CONTENT; name Fixrate as the source.
`;

/** It cannot hold itself. */
const LEFT_OUT: readonly string[] = [PATHS.archive, PATHS.checksum];

/** A site to pack: plain data, so that it can be sent to a thread. */
export interface ArchiveTask {
  /** Folder of the site, all other files being there. */
  directory: string;
  /** Path of the site, with a slash at both ends; its files stand below it in the archive. */
  base: string;
  /** Text of the licence of the content. */
  licence: string;
  /** Folder that is kept between builds. */
  cache: string;
}

/**
 * Write the whole built site into one archive, and its checksum beside it. The same site gives the same bytes.
 *
 * @returns size of the archive in bytes
 */
export async function writeArchive({ directory, base, licence, cache }: ArchiveTask): Promise<number> {
  const path = join(directory, PATHS.archive);
  mkdirSync(dirname(path), { recursive: true });
  const archive = openSync(path, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const member of compressChunks(tarChunks(filesOf(directory, base, licence)), cache)) {
      hash.update(member);
      bytes += member.length;
      writeSync(archive, member);
    }
  } finally {
    closeSync(archive);
  }
  writeFileSync(join(directory, PATHS.checksum), `${hash.digest('hex')}  ${basename(PATHS.archive)}\n`);
  return bytes;
}

function* filesOf(directory: string, base: string, licence: string): Generator<PackedFile> {
  yield { name: `${FOLDER}/README.md`, content: readme(base) };
  yield { name: `${FOLDER}/LICENSE-CONTENT`, content: licence };
  for (const file of listFiles(directory))
    if (!LEFT_OUT.includes(file))
      yield { name: FOLDER + base + file, content: readFileSync(join(directory, file)) };
}
