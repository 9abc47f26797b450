import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Card } from '../../entry/collection/card.ts';
import type { Change, Revision } from '../../entry/revision/record.ts';
import { listEvents } from './events.ts';

const card = (id: string, ...history: [date: string, change: Change][]): Card => {
  const revisions = history.map(
    ([date, change]): Revision => ({ date, revision: `${id} ${date}`, changes: [change], fixed: [1, 1] }),
  );
  return { id, measured: '2026-12-31', history: revisions } as Card;
};

describe('listEvents', () => {
  it('has the newest day first, on it what is new first, and nothing of what was never recorded', () => {
    const events = listEvents([
      card('a/a', ['2026-11-20', 'trials'], ['2026-11-01', 'created']),
      card('b/b', ['2026-11-20', 'created']),
      card('b/c'),
      card('c/c', ['2026-11-20', 'created']),
    ]);
    assert.deepEqual(
      events.map(({ date, isNew, card: { id } }) => `${date} ${id}${isNew ? ' new' : ''}`),
      ['2026-11-20 b/b new', '2026-11-20 c/c new', '2026-11-20 a/a', '2026-11-01 a/a new'],
    );
  });
});
