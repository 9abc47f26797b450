import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stampOf } from '../../cache/notes.ts';
import { listFiles } from '../../server/list-files.ts';
import { type PackedFile, type Part, TAR_END, tarParts, textFile } from '../../tar/chunks.ts';
import { KeptMembers } from '../../tar/compress.ts';
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

/** Files that are written last; the archive cannot hold itself. */
const LEFT_OUT: readonly string[] = [PATHS.archive, PATHS.checksum];

/**
 * What is written while the first files are packed, by the command line, the search and what is kept offline. It always comes
 * last: who of them is done first must not decide where it stands.
 */
const LATE = /^(?:cli|offline|pagefind)\/|^sw\.js$/;

/** A site to pack: plain data, so that it can be sent to a thread. */
export interface ArchiveTask {
  /** Folder of the site. */
  directory: string;
  /** Path of the site, with a slash at both ends; its files stand below it in the archive. */
  base: string;
  /** Text of the licence of the content. */
  licence: string;
  /** Folder that is kept between builds. */
  cache: string;
}

/**
 * Writes the whole built site into one archive, and its checksum beside it. The same site gives the same bytes.
 */
export class Archive {
  readonly #task: ArchiveTask;
  readonly #members: KeptMembers;
  readonly #added = new Set<string>(LEFT_OUT);
  readonly #hash = createHash('sha256');
  readonly #file: number;
  #bytes = 0;

  /** Begin an archive. */
  constructor(task: ArchiveTask) {
    this.#task = task;
    this.#members = new KeptMembers(task.cache);
    const path = join(task.directory, PATHS.archive);
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, 'w');
  }

  /** Add the files that are not written late; nothing may change them any more. */
  begin(): Promise<void> {
    return this.#add((path) => !LATE.test(path));
  }

  async #add(isWanted: (path: string) => boolean): Promise<void> {
    const { directory } = this.#task;
    const files = listFiles(directory).filter((path) => !this.#added.has(path) && isWanted(path));
    await this.#write(tarParts(this.#pack(files)));
    for (const path of files) this.#added.add(path);
  }

  /** Add all other files, and end the archive. @returns its size in bytes */
  async end(): Promise<number> {
    await this.#add(() => true);
    await this.#write([TAR_END]);
    closeSync(this.#file);
    this.#members.end();
    const checksum = `${this.#hash.digest('hex')}  ${basename(PATHS.archive)}\n`;
    writeFileSync(join(this.#task.directory, PATHS.checksum), checksum);
    return this.#bytes;
  }

  *#pack(files: readonly string[]): Generator<PackedFile> {
    const { directory, base, licence } = this.#task;
    if (this.#bytes === 0) {
      yield textFile(`${FOLDER}/README.md`, readme(base));
      yield textFile(`${FOLDER}/LICENSE-CONTENT`, licence);
    }
    for (const file of files) {
      const path = join(directory, file);
      yield { name: FOLDER + base + file, ...stampOf(path), read: () => readFileSync(path) };
    }
  }

  async #write(parts: Iterable<Part>): Promise<void> {
    for await (const member of this.#members.compress(parts)) {
      this.#hash.update(member);
      this.#bytes += member.length;
      writeSync(this.#file, member);
    }
  }
}
