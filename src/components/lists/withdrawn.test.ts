import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Card } from '../../entry/collection/card.ts';
import { type ListRef, withdrawnFrom } from './withdrawn.ts';

const card = (id: string, facts: Partial<Card> = {}): Card =>
  ({ id, domain: id.split('/')[0], category: 'vcs', tool: 'git', tags: [], withdrawn: {}, ...facts }) as Card;

it('a list knows what was withdrawn from it, and nothing else', () => {
  const published = [
    card('git/a'),
    card('git/b', { withdrawn: null }),
    card('npm/c', { category: 'packages', tool: 'npm', tags: ['exports'] }),
  ];
  const idsIn = (list: ListRef): string[] => withdrawnFrom(list, published).map(({ id }) => id);
  assert.deepEqual(idsIn({ page: 'errors' }), ['git/a', 'npm/c']);
  assert.deepEqual(idsIn({ page: 'domain', domain: 'git' }), ['git/a']);
  assert.deepEqual(idsIn({ page: 'facet', facet: 'category', value: 'vcs' }), ['git/a']);
  assert.deepEqual(idsIn({ page: 'facet', facet: 'tool', value: 'npm' }), ['npm/c']);
  assert.deepEqual(idsIn({ page: 'facet', facet: 'tag', value: 'exports' }), ['npm/c']);
});
