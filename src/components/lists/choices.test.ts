import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { choicesOf } from './choices.ts';
import type { ListRow } from './row.ts';

const NAMES = { domains: { git: 'Git', api: '代理' }, categories: {} };
const row = (id: string, more: Partial<ListRow>): ListRow => ({
  id,
  headline: id,
  title: id,
  category: 'network_error',
  tool: 'git',
  tags: [],
  languages: ['en'],
  causes: 1,
  proven: 1,
  rate: 1,
  reach: 'all',
  measured: null,
  ...more,
});
const ROWS = [
  row('git/a', { languages: ['en', 'zh'] }),
  row('git/b', { rate: 0.6 }),
  row('api/a', { rate: null }),
];

describe('choicesOf', () => {
  const choices = choicesOf(ROWS, NAMES, 'zh');

  it('offers what tells the rows apart, and nothing that all have', () => {
    assert.deepEqual(
      choices.map(({ name }) => name),
      ['domain', 'rate', 'message'],
    );
  });

  it('says in the language of the page how many rows each value has', () => {
    const of = (name: string): string[] =>
      choices.find((one) => one.name === name)?.options.map(({ label, count }) => `${label} ${count}`) ?? [];
    assert.deepEqual(of('domain'), ['Git 2', '代理 1'].toSorted(new Intl.Collator('zh-CN').compare));
    assert.deepEqual(of('rate'), ['100% 1', '50% 及以上 2', '尚未测量 1']);
    assert.deepEqual(of('message').sort(), ['中文 1', '英语 3']);
  });
});
