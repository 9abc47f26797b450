import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changeDays, createdOn, isNew } from './days.ts';
import type { Revision } from './record.ts';

const HISTORY: Revision[] = [
  { date: '2026-11-05', revision: 'e', changes: ['text.zh'], fixed: [3, 3] },
  { date: '2026-11-03', revision: 'd', changes: ['rates', 'text.zh'], fixed: [3, 3] },
  { date: '2026-11-03', revision: 'c', changes: ['trials', 'rates'], fixed: [2, 3] },
  { date: '2026-11-01', revision: 'b', changes: ['facts'], fixed: [1, 2] },
  { date: '2026-11-01', revision: 'a', changes: ['created'], fixed: [1, 1] },
];

describe('changeDays', () => {
  it('joins what one day changed, with the figures before and after it', () => {
    assert.deepEqual(changeDays(HISTORY), [
      { date: '2026-11-05', changes: ['text.zh'], before: [3, 3], fixed: [3, 3] },
      { date: '2026-11-03', changes: ['trials', 'rates', 'text.zh'], before: [1, 2], fixed: [3, 3] },
      { date: '2026-11-01', changes: ['created', 'facts'], before: null, fixed: [1, 2] },
    ]);
  });

  it('tells readers of a language nothing of the text of another', () => {
    const told = changeDays(HISTORY, 'en').map(({ date, changes }) => [date, changes]);
    assert.deepEqual(told, [
      ['2026-11-03', ['trials', 'rates']],
      ['2026-11-01', ['created', 'facts']],
    ]);
    assert.equal(changeDays(HISTORY, 'zh')[0]?.date, '2026-11-05');
  });

  it('knows the day that brought the entry', () => {
    assert.deepEqual(changeDays(HISTORY).map(isNew), [false, false, true]);
    assert.equal(createdOn(HISTORY), '2026-11-01');
    assert.equal(createdOn([]), null);
  });
});
