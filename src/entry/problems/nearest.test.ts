import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { didYouMean, editDistance, nearest } from './nearest.ts';

describe('nearest', () => {
  it('finds the name that a slip stands for', () => {
    assert.equal(nearest('prot', ['host', 'port']), 'port');
    assert.equal(nearest('Worarkound', ['Cause', 'Workaround']), 'Workaround');
  });

  it('finds none for another word, however short the names are', () => {
    assert.equal(nearest('upstream', ['host', 'port']), null);
    assert.equal(nearest('a', ['b']), null);
    assert.equal(nearest('en', ['zh', 'of']), null);
  });
});

describe('editDistance', () => {
  it('counts letters left out, added, changed, swapped', () => {
    const pairs = [
      ['port', 'prot', 1],
      ['port', 'por', 1],
      ['port', 'ports', 1],
      ['port', 'pert', 1],
      ['kitten', 'sitting', 3],
      ['', 'ab', 2],
    ] as const;
    for (const [a, b, slips] of pairs) assert.equal(editDistance(a, b), slips, `${a} ${b}`);
  });
});

describe('didYouMean', () => {
  it('names all that is allowed where nothing is near', () => {
    assert.equal(didYouMean('xyz', ['id', 'title']), 'allowed here: id, title');
  });
});
