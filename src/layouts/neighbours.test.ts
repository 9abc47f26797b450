import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Card } from '../entry/collection/card.ts';
import { mapNeighbours } from './neighbours.ts';

const card = (id: string, withdrawn: object | null = null): Card =>
  ({ id, domain: id.split('/')[0], withdrawn }) as Card;
const domains = new Map([
  ['git', [card('git/a'), card('git/b', {}), card('git/c'), card('git/d')]],
  ['npm', [card('npm/a')]],
]);
const all = mapNeighbours(domains);
const around = (id: string): (string | undefined)[] => [all.get(id)?.before?.id, all.get(id)?.after?.id];

describe('mapNeighbours', () => {
  it('goes through a domain and passes over what is withdrawn', () => {
    assert.deepEqual(around('git/a'), [undefined, 'git/c']);
    assert.deepEqual(around('git/c'), ['git/a', 'git/d']);
    assert.deepEqual(around('git/d'), ['git/c', undefined]);
  });

  it('leads from a withdrawn one to those beside it, and from a lone one nowhere', () => {
    assert.deepEqual(around('git/b'), ['git/a', 'git/c']);
    assert.deepEqual(around('npm/a'), [undefined, undefined]);
  });
});
