import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Notes, stampOf } from './notes.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixrate-notes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a stamp changes when a file is written, even to the same size, and when another takes its place', () => {
  const path = join(folder, 'file');
  writeFileSync(path, 'one');
  const { bytes, stamp } = stampOf(path);
  assert.equal(bytes, 3);
  assert.equal(stampOf(path).stamp, stamp);
  // File systems tell times apart that are some milliseconds apart.
  for (const start = Date.now(); Date.now() < start + 20; );
  writeFileSync(path, 'two');
  assert.notEqual(stampOf(path).stamp, stamp);
});

test('notes outlive a build that asks for them or makes them, and no others do', () => {
  const path = join(folder, 'notes.json');
  const first = new Notes<string[]>(path);
  first.set('a', ['1']);
  first.set('b', ['2']);
  assert.deepEqual(first.get('a'), ['1']);
  first.save();
  const second = new Notes<string[]>(path);
  assert.deepEqual(second.get('a'), ['1']);
  assert.equal(second.get('c'), undefined);
  second.set('c', ['3']);
  second.save();
  const third = new Notes<string[]>(path);
  assert.deepEqual([third.get('a'), third.get('b'), third.get('c')], [['1'], undefined, ['3']]);
});
