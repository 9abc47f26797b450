import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMatcher } from './matcher.ts';
import { packIndex, parseIndex } from './pack.ts';

const INPUTS = [
  { id: 'b/two', signatures: ['fatal: early EOF'] },
  {
    id: 'a/one',
    signatures: ['sorry, too many clients already', 'sorry, too many clients already'],
    wraps: ['*'],
  },
];

describe('packIndex', () => {
  it('gives the same index whatever the order of the entries, each wording once', () => {
    assert.deepEqual(packIndex(INPUTS), packIndex([...INPUTS].reverse()));
    assert.deepEqual(packIndex(INPUTS).entries[0], ['a/one', ['sorry, too many clients already'], [], ['*']]);
  });
});

describe('parseIndex', () => {
  it('reads back what was written', () => {
    const index = parseIndex(JSON.parse(JSON.stringify(packIndex(INPUTS))));
    assert.equal(createMatcher(index).match('fatal: early EOF').matches[0]?.entry, 'b/two');
  });

  it('says what is wrong with anything else', () => {
    assert.throws(() => parseIndex({ format: 2, entries: [] }), /no match index of format 1/);
    assert.throws(() => parseIndex(null), /no match index/);
    assert.throws(() => parseIndex({ format: 1, entries: [['a', [], []]] }), /entry 1: expected \[id/);
  });
});
