import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { textFile } from '../tar/chunks.ts';
import { packLargeTarball, packTarball, readManifest } from './tarball.ts';

let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'fixrate-tarball-'));
});
afterEach(() => rmSync(cache, { recursive: true }));

const MANIFEST = { name: 'large', version: '1.0.0' };

/** Of many files, and of one that is larger than any member. */
function contents(changed = ''): Record<string, string> {
  const files = Array.from({ length: 60 }, (_, at) => [`data/${at}.json`, `${at} ${changed}`.repeat(9000)]);
  return {
    'bin.js': '#!/usr/bin/env node\n',
    ...Object.fromEntries(files),
    'all.txt': 'all'.repeat(2_000_000),
  };
}

const large = (files: Record<string, string>): Promise<Buffer> =>
  packLargeTarball(
    MANIFEST,
    Object.entries(files).map(([path, text]) => textFile(path, text)),
    cache,
  );

test('a large package is what a small one is, in several members', async () => {
  const packed = await large(contents());
  assert.ok(readdirSync(cache).length > 3);
  const small = await packTarball(MANIFEST, contents());
  assert.ok(gunzipSync(packed).equals(gunzipSync(small)));
  assert.deepEqual(await readManifest(packed), MANIFEST);
});

test('a large package is the same bytes whether or not a build before packed a part of it', async () => {
  await large(contents());
  const warm = await large(contents('changed'));
  rmSync(cache, { recursive: true });
  assert.ok(warm.equals(await large(contents('changed'))));
});
