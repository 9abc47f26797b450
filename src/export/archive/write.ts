import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import tar from 'tar-stream';
import { listFiles } from '../../server/list-files.ts';
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

/**
 * Write the whole built site into one archive, and its checksum beside it. The same site gives the same bytes: no dates,
 * owners or orders of the machine.
 *
 * @param directory of the site, all other files being there
 * @param base path of the site, with a slash at both ends; its files stand below it in the archive
 * @param licence text of the licence of the content
 * @returns size of the archive in bytes
 */
export async function writeArchive(directory: string, base: string, licence: string): Promise<number> {
  const path = join(directory, PATHS.archive);
  mkdirSync(dirname(path), { recursive: true });
  const pack = tar.pack();
  const hash = createHash('sha256');
  let bytes = 0;
  const written = pipeline(
    pack,
    createGzip(),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(path),
  );
  // A failure shows when its end is waited for.
  written.catch(() => undefined);
  const add = (name: string, content: Buffer | string): Promise<void> =>
    new Promise((resolve, reject) => {
      const header = { name: FOLDER + name, mode: 0o644, mtime: new Date(0), uid: 0, gid: 0 };
      pack.entry(header, content, (error) => (error ? reject(error) : resolve()));
    });
  await add('/README.md', readme(base));
  await add('/LICENSE-CONTENT', licence);
  for (const file of listFiles(directory))
    if (!LEFT_OUT.includes(file)) await add(base + file, readFileSync(join(directory, file)));
  pack.finalize();
  await written;
  writeFileSync(join(directory, PATHS.checksum), `${hash.digest('hex')}  ${basename(PATHS.archive)}\n`);
  return bytes;
}
