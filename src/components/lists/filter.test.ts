import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ALL, applyState, formatState, type ListState, readState } from './filter.ts';
import type { ListRow } from './row.ts';

const row = (id: string, more: Partial<ListRow> = {}): ListRow => ({
  id,
  headline: `Error: ${id}`,
  title: '端口被占用',
  category: 'network_error',
  tool: 'node',
  tags: ['port'],
  languages: ['en'],
  causes: 4,
  proven: 2,
  rate: 0.5,
  reach: 'all',
  measured: '2026-11-01',
  ...more,
});

const ROWS = [
  row('api/a', { rate: 1, causes: 2, measured: '2026-11-20' }),
  row('git/b', { tool: 'git', rate: null, reach: 'not-run', measured: null, languages: ['en', 'zh'] }),
  row('git/c', { tool: 'git', category: 'state_conflict', rate: 0.2, reach: 'some', causes: 9 }),
];

const found = (asked: Partial<ListState>): string[] =>
  applyState(ROWS, { ...ALL, ...asked }).map(({ id }) => id);

describe('applyState', () => {
  it('takes what fits everything that is asked, in the order of the page', () => {
    assert.deepEqual(found({}), ['api/a', 'git/b', 'git/c']);
    assert.deepEqual(found({ domain: 'git' }), ['git/b', 'git/c']);
    assert.deepEqual(found({ domain: 'git', category: 'state_conflict' }), ['git/c']);
    assert.deepEqual(found({ tool: 'node' }), ['api/a']);
    assert.deepEqual(found({ reach: 'not-run' }), ['git/b']);
    assert.deepEqual(found({ message: 'zh' }), ['git/b']);
    assert.deepEqual(found({ tool: 'node', reach: 'some' }), []);
  });

  it('has bands of the fix rate, and one for what was not measured', () => {
    assert.deepEqual(found({ rate: 'full' }), ['api/a']);
    assert.deepEqual(found({ rate: 'half' }), ['api/a']);
    assert.deepEqual(found({ rate: 'low' }), ['git/c']);
    assert.deepEqual(found({ rate: 'none' }), ['git/b']);
  });

  it('finds all words anywhere, whatever their case, Chinese as a part', () => {
    assert.deepEqual(found({ text: 'ERROR git' }), ['git/b', 'git/c']);
    assert.deepEqual(found({ text: '占用 port c' }), ['git/c']);
    assert.deepEqual(found({ text: 'no-such-word' }), []);
  });

  it('sorts, what is not known last', () => {
    assert.deepEqual(found({ sort: 'rate' }), ['api/a', 'git/c', 'git/b']);
    assert.deepEqual(found({ sort: 'causes' }), ['git/c', 'git/b', 'api/a']);
    assert.deepEqual(found({ sort: 'measured' }), ['api/a', 'git/c', 'git/b']);
  });
});

describe('the address of a list', () => {
  it('says what is asked and nothing else', () => {
    assert.equal(formatState(ALL), '');
    const state: ListState = { ...ALL, text: 'a & b', rate: 'half', sort: 'causes' };
    assert.equal(formatState(state), '?text=a+%26+b&rate=half&sort=causes');
    assert.deepEqual(readState(formatState(state)), state);
  });

  it('asks nothing where it means nothing', () => {
    assert.deepEqual(readState('?reach=often&rate=7&sort=colour&q=git'), ALL);
  });
});
