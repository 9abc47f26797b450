import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellHolds } from './tell.ts';

test('a tell holds if it ends with 0 and a line of what it prints matches', () => {
  const printed = 'LISTEN 0\nusers:(("node"))\n';
  assert.ok(tellHolds('^users:', {}, { exit: 0, stdout: printed }));
  assert.ok(!tellHolds('^users:', {}, { exit: 1, stdout: printed }));
  assert.ok(!tellHolds('^users:', {}, { exit: null, stdout: printed }));
  assert.ok(!tellHolds('^nobody', {}, { exit: 0, stdout: printed }));
});

test('a value stands for itself in the pattern, whatever signs it has', () => {
  const value = 'C:\\a.b+(c)[d]{e}|^$*?-/';
  assert.ok(tellHolds('^{path}$', { path: value }, { exit: 0, stdout: `${value}\n` }));
  assert.ok(!tellHolds('^{path}$', { path: 'a.b' }, { exit: 0, stdout: 'axb\n' }));
});
