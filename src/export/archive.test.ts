import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import { collectArchive } from './archive.ts';
import { makePublishable } from './entry-files.ts';
import { fixtureEntry } from './fixture.ts';

const SITE = { origin: 'https://kb.example', base: '/' };

/** Pack so many entries in a folder of their own. */
async function packed(entries: number): Promise<{ archive: Buffer; checksum: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'fixrate-archive-'));
  mkdirSync(join(folder, 'v1'));
  writeFileSync(join(folder, 'v1/index.json'), '{}');
  writeFileSync(join(folder, 'v1/entries.ndjson'), '{}');
  const archive = collectArchive(folder, 'licence');
  const published = makePublishable(fixtureEntry(), SITE);
  for (let i = 0; i < entries; i++) {
    const files = [{ path: `node/x${i}.json`, bytes: Buffer.from(`{"n":${i}}`) }];
    await archive.add({ ...published, files });
  }
  await archive.finish();
  const read = (name: string): Buffer => readFileSync(join(folder, 'v1', name));
  const result = { archive: read('fixrate.tar.gz'), checksum: String(read('fixrate.tar.gz.sha256')) };
  rmSync(folder, { recursive: true });
  return result;
}

test('the archive holds every file of the entries and what is shared, once', async () => {
  const { archive } = await packed(3);
  const names: string[] = [];
  for await (const entry of Readable.from(archive).pipe(createGunzip()).pipe(tar.extract())) {
    names.push(entry.header.name);
    const content = await text(entry);
    if (entry.header.name.endsWith('x2.json')) assert.equal(content, '{"n":2}');
  }
  assert.deepEqual(names, [
    'fixrate/README.md',
    'fixrate/LICENSE-CONTENT',
    'fixrate/node/x0.json',
    'fixrate/node/x1.json',
    'fixrate/node/x2.json',
    'fixrate/v1/index.json',
  ]);
});

test('two archives of the same content are the same bytes, and the checksum is theirs', async () => {
  const [one, other] = [await packed(2), await packed(2)];
  assert.ok(one.archive.equals(other.archive));
  const digest = createHash('sha256').update(one.archive).digest('hex');
  assert.equal(one.checksum, `${digest}  fixrate.tar.gz\n`);
});
