import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { digestCode, listCode } from './code.ts';

let project = '';
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'fixrate-code-'));
  for (const path of [
    'package-lock.json',
    'src/a/deep/x.ts',
    'src/a/x.test.ts',
    'src/a/README.md',
    'src/b/y.ts',
  ])
    write(path, path);
});
afterEach(() => rmSync(project, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

test('code and packages count, tests and texts do not', () => {
  assert.deepEqual(listCode(project, ['src/a']), ['src/a/deep/x.ts', 'package-lock.json']);
  assert.deepEqual(listCode(project, ['src']), ['src/a/deep/x.ts', 'src/b/y.ts', 'package-lock.json']);
});

test('the digest changes with what counts, and with nothing else', () => {
  const before = digestCode(project, ['src/a']);
  write('src/a/x.test.ts', 'other');
  write('src/b/y.ts', 'other');
  assert.equal(digestCode(project, ['src/a']), before);
  write('package-lock.json', 'other');
  const packages = digestCode(project, ['src/a']);
  assert.notEqual(packages, before);
  write('src/a/deep/x.ts', 'other');
  const text = digestCode(project, ['src/a']);
  assert.notEqual(text, packages);
  renameSync(join(project, 'src/a/deep/x.ts'), join(project, 'src/a/deep/z.ts'));
  assert.notEqual(digestCode(project, ['src/a']), text);
});
