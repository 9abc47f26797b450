import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

/** Unpack a compressed tar archive into a folder. */
export async function unpack(tarball: Buffer, folder: string): Promise<void> {
  for await (const entry of Readable.from([tarball]).pipe(createGunzip()).pipe(extract())) {
    const path = join(folder, entry.header.name);
    mkdirSync(dirname(path), { recursive: true });
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    writeFileSync(path, Buffer.concat(chunks));
  }
}
