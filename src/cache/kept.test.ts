import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { cacheFolder, forgetKept, keep } from './kept.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixrate-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .sort();

test('the cache stands in a folder of the project, or where FIXRATE_CACHE says', () => {
  assert.equal(cacheFolder({}), resolve('node_modules/.astro'));
  assert.equal(cacheFolder({ FIXRATE_CACHE: '' }), resolve('node_modules/.astro'));
  assert.equal(cacheFolder({ FIXRATE_CACHE: folder }), folder);
});

test('a file is written whole, over a former one too, and nothing beside it', () => {
  const path = join(folder, 'git/x.json');
  keep(path, 'former');
  keep(path, 'new');
  assert.equal(readFileSync(path, 'utf8'), 'new');
  assert.deepEqual(files(), ['git/x.json']);
});

test('a file that cannot be written leaves nothing behind', () => {
  mkdirSync(join(folder, 'x.json'));
  assert.throws(() => keep(join(folder, 'x.json'), 'text'), /EISDIR|EPERM/);
  assert.deepEqual(files(), []);
});

test('all is forgotten but for what is named, in folders of any depth', () => {
  forgetKept(join(folder, 'none-yet'), new Set());
  for (const path of ['a.gz', 'git/x.json', 'git/y.json', 'git/x.json.1.part'])
    keep(join(folder, path), path);
  forgetKept(folder, new Set([join(folder, 'git/x.json')]));
  assert.deepEqual(files(), ['git/x.json']);
});
