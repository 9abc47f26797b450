import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryAnchors, ownerOf, readAnchor } from './anchors.ts';

test('every anchor is read back as what it names', () => {
  assert.deepEqual(readAnchor(entryAnchors.cause('port-held')), { kind: 'cause', cause: 'port-held' });
  assert.deepEqual(readAnchor(entryAnchors.remedy('end-it')), { kind: 'remedy', rest: 'end-it' });
  assert.deepEqual(readAnchor(entryAnchors.step('end-it', 'find')), { kind: 'remedy', rest: 'end-it-find' });
  assert.deepEqual(readAnchor(entryAnchors.cell('port-held', 'end-it')), {
    kind: 'cell',
    cause: 'port-held',
    remedy: 'end-it',
  });
});

test('what names none of these is something else', () => {
  for (const anchor of ['', 'matrix', 'cell-only', 'cell-.x', 'remedy-', 'q=remedy-x'])
    assert.deepEqual(readAnchor(anchor), { kind: 'other' }, anchor);
});

test('a step belongs to the remedy with the longest fitting id', () => {
  assert.equal(ownerOf('move-away-set', ['move', 'move-away']), 'move-away');
  assert.equal(ownerOf('move-set', ['move', 'move-away']), 'move');
  assert.equal(ownerOf('movement', ['move']), null);
});
