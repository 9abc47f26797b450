import type { RenderedEntry, WrittenFile } from '../render.ts';

/** What stands before the texts: of each, where it goes and how many bytes it has. */
type Head = { paths: string[]; bytes: number }[];

/**
 * Pack the files of an entry to be kept: a line of JSON, then their texts as they are. In JSON the texts, most of
 * which are JSON themselves, would be escaped, read and encoded again, which takes longer than to make them.
 */
export function packFiles(files: RenderedEntry['files']): Buffer {
  const texts = files.map(({ text }) => Buffer.from(text));
  const head: Head = files.map(({ paths }, index) => ({ paths, bytes: texts[index]?.length ?? 0 }));
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...texts]);
}

/** Take packed files apart. */
export function unpackFiles(packed: Buffer): WrittenFile[] {
  let end = packed.indexOf('\n') + 1;
  const head = JSON.parse(packed.toString('utf8', 0, end)) as Head;
  return head.map(({ paths, bytes }) => {
    const start = end;
    end += bytes;
    return { paths, text: packed.subarray(start, end) };
  });
}
