import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import tar from 'tar-stream';
import type { Collector } from './collect/collector.ts';
import { PATHS } from './urls.ts';

/** The name of the folder that it unpacks to. */
const FOLDER = 'fixrate';

const README = `# Fixrate, all of its data

Every error as <id>.json (facts, prose in both languages, every trial) and as Markdown, <id>.md and zh/<id>.md.
v1/index.json lists them, v1/schema/ and v1/openapi.json describe them.

Content and data: CC BY 4.0, see LICENSE-CONTENT; name Fixrate as the source.
`;

/** Has no place in it: what it already holds in full, and itself. */
const LEFT_OUT: readonly string[] = [PATHS.records, PATHS.archive, PATHS.checksum];

/**
 * Write everything into one archive, while the entries pass; then its checksum beside it. Packing runs on a thread of
 * its own. The same content gives the same bytes: no dates, owners or orders of the machine.
 *
 * @param directory of the built site; what it has below `v1/` when the entries have passed goes in too
 * @param licence text of the licence of the content
 */
export function collectArchive(directory: string, licence: string): Collector {
  const path = join(directory, PATHS.archive);
  mkdirSync(dirname(path), { recursive: true });
  const pack = tar.pack();
  const hash = createHash('sha256');
  const written = pipeline(
    pack,
    createGzip(),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path),
  );
  // A failure shows when its end is waited for.
  written.catch(() => undefined);
  const add = (name: string, content: Buffer | string): Promise<void> =>
    new Promise((resolve, reject) => {
      const header = { name: `${FOLDER}/${name}`, mode: 0o644, mtime: new Date(0), uid: 0, gid: 0 };
      pack.entry(header, content, (error) => (error ? reject(error) : resolve()));
    });
  const first = Promise.all([add('README.md', README), add('LICENSE-CONTENT', licence)]);
  return {
    add: async ({ files }) => {
      await first;
      for (const file of files) await add(file.path, file.bytes);
    },
    finish: async () => {
      await first;
      for (const name of sharedFiles(directory)) await add(name, readFileSync(join(directory, name)));
      pack.finalize();
      await written;
      writeFileSync(join(directory, PATHS.checksum), `${hash.digest('hex')}  ${basename(PATHS.archive)}\n`);
    },
  };
}

function sharedFiles(directory: string): string[] {
  const shared = readdirSync(join(directory, 'v1'), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(directory.length).split(sep).join('/'));
  return shared
    .map((path) => path.replace(/^\//, ''))
    .filter((path) => !LEFT_OUT.includes(path))
    .sort();
}
