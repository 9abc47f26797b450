import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, it, test } from 'node:test';
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib';
import tar from 'tar-stream';
import { Archive } from './write.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixrate-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Buffer): void {
  const file = join(folder, 'site', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function writeSite(): void {
  write('v1/entries.ndjson', '{}');
  write('git/x/index.html', '<!doctype html>');
  write('index.html', 'home');
}

/** Write a site of many chunks, one file being larger than any. */
function writeLargeSite(): void {
  writeSite();
  for (let entry = 0; entry < 40; entry++)
    for (const path of [`git/${entry}.json`, `git/${entry}/index.html`, `zh/git/${entry}/index.html`])
      write(path, noise(path, 30_000));
  write('v1/entries.ndjson', '{"id":"git/push"}\n'.repeat(300_000));
}

/** Bytes that do not compress, always the same. */
function noise(seed: string, length: number): Buffer {
  return hash('shake256', seed, { outputEncoding: 'buffer', outputLength: length });
}

/** @param late is called between two steps, and may write files */
async function packed(
  base = '/',
  cache = 'cache',
  late: () => void = () => undefined,
): Promise<{ archive: Buffer; checksum: string }> {
  const made = new Archive({
    directory: join(folder, 'site'),
    base,
    licence: 'licence',
    cache: join(folder, cache),
  });
  await made.begin();
  late();
  await made.end();
  const read = (name: string): Buffer => readFileSync(join(folder, 'site/v1', name));
  return { archive: read('fixrate.tar.gz'), checksum: String(read('fixrate.tar.gz.sha256')) };
}

const kept = (): string[] => readdirSync(join(folder, 'cache')).filter((name) => name.endsWith('.gz'));

async function unpack(archive: Buffer): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const entry of Readable.from(archive).pipe(createGunzip()).pipe(tar.extract()))
    files[entry.header.name] = await text(entry);
  return files;
}

test('the archive holds every file of the site but itself, where a file server finds it', async () => {
  writeSite();
  const names = ['README.md', 'LICENSE-CONTENT', 'git/x/index.html', 'index.html', 'v1/entries.ndjson'];
  await packed();
  // A build may stand where an earlier one stood.
  const { archive } = await packed();
  assert.deepEqual(gunzipSync(archive).subarray(-1024), Buffer.alloc(1024));
  const files = await unpack(archive);
  assert.deepEqual(
    Object.keys(files),
    names.map((name) => `fixrate/${name}`),
  );
  assert.equal(files['fixrate/index.html'], 'home');
  const below = await unpack((await packed('/kb/')).archive);
  assert.equal(below['fixrate/kb/index.html'], 'home');
  assert.match(below['fixrate/README.md'] ?? '', /localhost:8000\/kb\//);
});

test('files that come late are added once, and only they', async () => {
  writeSite();
  const { archive } = await packed('/', 'cache', () => write('git/late.json', '{}'));
  const names = await unpack(archive);
  assert.deepEqual(Object.keys(names), [
    'fixrate/README.md',
    'fixrate/LICENSE-CONTENT',
    'fixrate/git/x/index.html',
    'fixrate/index.html',
    'fixrate/v1/entries.ndjson',
    'fixrate/git/late.json',
  ]);
  assert.equal(gunzipSync(archive).toString('latin1').split('fixrate/index.html').length, 2);
});

test('what is written meanwhile comes last, however early it is there', async () => {
  writeSite();
  const files = ['cli/fixrate.tgz', 'offline/parts.json', 'pagefind/pagefind.js', 'sw.js'];
  const writeLate = (): void => {
    for (const path of files) write(path, path);
  };
  const { archive } = await packed('/', 'cache', writeLate);
  const names = Object.keys(await unpack(archive));
  assert.deepEqual(
    names.slice(-files.length),
    files.map((path) => `fixrate/${path}`),
  );
  assert.ok((await packed()).archive.equals(archive));
});

test('two archives of the same site are the same bytes, and the checksum is theirs', async () => {
  writeLargeSite();
  const cold = await packed();
  const again = await packed();
  const other = await packed('/', 'another-cache');
  assert.ok(again.archive.equals(cold.archive));
  assert.ok(other.archive.equals(cold.archive));
  const digest = createHash('sha256').update(cold.archive).digest('hex');
  assert.equal(cold.checksum, `${digest}  fixrate.tar.gz\n`);
});

test('what did not change is taken from the cache', async () => {
  writeSite();
  await packed();
  const mark = gzipSync('kept by an earlier build');
  for (const name of kept()) writeFileSync(join(folder, 'cache', name), mark);
  const { archive } = await packed();
  assert.equal(gunzipSync(archive).toString(), 'kept by an earlier build'.repeat(kept().length));
});

for (const [what, change] of [
  ['changed to as many bytes', () => write('git/17.json', noise('other', 30_000))],
  ['new', () => write('git/17/trials/index.html', noise('other', 20_000))],
  ['gone', () => rmSync(join(folder, 'site/git/17.json'))],
] as const)
  test(`around a file that is ${what} few members change, and the former ones are forgotten`, async () => {
    writeLargeSite();
    await packed();
    const before = kept();
    change();
    const { archive } = await packed();
    const after = kept();
    const made = after.filter((name) => !before.includes(name));
    const forgotten = before.filter((name) => !after.includes(name));
    assert.ok(before.length > 10, `${before.length} members`);
    assert.ok(made.length > 0 && made.length <= 2, `${made.length} made`);
    assert.ok(forgotten.length > 0 && forgotten.length <= 2, `${forgotten.length} forgotten`);
    assert.ok((await packed('/', 'another-cache')).archive.equals(archive));
  });

describe('a file larger than any member', () => {
  const MEMBER = 4 * 1024 * 1024;
  const content = noise('large', 2 * MEMBER + 1000);
  beforeEach(() => write('v1/entries.ndjson', content));

  /** What each kept member unpacks to by itself, and which file of the disk it is. */
  const members = (): { name: string; bytes: number; file: number }[] =>
    kept().map((name) => {
      const path = join(folder, 'cache', name);
      return { name, bytes: gunzipSync(readFileSync(path)).length, file: statSync(path).ino };
    });

  it('is cut into several, and unpacks to the same bytes', async () => {
    const { archive } = await packed();
    const sizes = members().map(({ bytes }) => bytes);
    assert.equal(sizes.filter((bytes) => bytes === MEMBER).length, 2, String(sizes));
    assert.equal(Math.max(...sizes), MEMBER);
    assert.ok(gunzipSync(archive).includes(content));
    execFileSync('tar', ['-xzf', join(folder, 'site/v1/fixrate.tar.gz'), '-C', folder]);
    assert.ok(readFileSync(join(folder, 'fixrate/v1/entries.ndjson')).equals(content));
  });

  it('keeps its members, and those alone change that changed', async () => {
    const { archive } = await packed();
    const before = members();
    assert.ok((await packed()).archive.equals(archive));
    assert.deepEqual(members(), before);
    const other = Buffer.from(content);
    other.write('changed', MEMBER + MEMBER / 2);
    write('v1/entries.ndjson', other);
    const changed = await packed();
    const after = members();
    const made = after.filter(({ file }) => !before.some((one) => one.file === file));
    assert.deepEqual(
      made.map(({ bytes }) => bytes),
      [MEMBER],
    );
    assert.equal(after.length, before.length);
    assert.ok(gunzipSync(changed.archive).includes(other));
  });
});

test('tar unpacks it', async () => {
  writeLargeSite();
  await packed();
  execFileSync('tar', ['-xzf', join(folder, 'site/v1/fixrate.tar.gz'), '-C', folder]);
  for (const path of ['git/17.json', 'v1/entries.ndjson', 'zh/git/29/index.html']) {
    const [one, other] = ['fixrate', 'site'].map((name) => readFileSync(join(folder, name, path)));
    assert.deepEqual(one, other, path);
  }
});
