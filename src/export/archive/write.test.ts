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
import { writeArchive } from './write.ts';

/** Pack a small site, twice over itself: a build may stand where an earlier one stood. */
async function packed(base: string): Promise<{ archive: Buffer; checksum: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'fixrate-archive-'));
  mkdirSync(join(folder, 'v1'));
  mkdirSync(join(folder, 'git/x'), { recursive: true });
  writeFileSync(join(folder, 'v1/entries.ndjson'), '{}');
  writeFileSync(join(folder, 'git/x/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'index.html'), 'home');
  await writeArchive(folder, base, 'licence');
  await writeArchive(folder, base, 'licence');
  const read = (name: string): Buffer => readFileSync(join(folder, 'v1', name));
  const result = { archive: read('fixrate.tar.gz'), checksum: String(read('fixrate.tar.gz.sha256')) };
  rmSync(folder, { recursive: true });
  return result;
}

async function unpack(archive: Buffer): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const entry of Readable.from(archive).pipe(createGunzip()).pipe(tar.extract()))
    files[entry.header.name] = await text(entry);
  return files;
}

test('the archive holds every file of the site but itself, where a file server finds it', async () => {
  const names = ['README.md', 'LICENSE-CONTENT', 'git/x/index.html', 'index.html', 'v1/entries.ndjson'];
  const files = await unpack((await packed('/')).archive);
  assert.deepEqual(
    Object.keys(files),
    names.map((name) => `fixrate/${name}`),
  );
  assert.equal(files['fixrate/index.html'], 'home');
  const below = await unpack((await packed('/kb/')).archive);
  assert.equal(below['fixrate/kb/index.html'], 'home');
  assert.match(below['fixrate/README.md'] ?? '', /localhost:8000\/kb\//);
});

test('two archives of the same site are the same bytes, and the checksum is theirs', async () => {
  const [one, other] = [await packed('/'), await packed('/')];
  assert.ok(one.archive.equals(other.archive));
  const digest = createHash('sha256').update(one.archive).digest('hex');
  assert.equal(one.checksum, `${digest}  fixrate.tar.gz\n`);
});
