import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Card } from '../../entry/collection/card.ts';
import { listEvents } from './events.ts';

const card = (id: string, measured: string | null): Card => ({ id, measured }) as Card;

describe('listEvents', () => {
  it('has the newest first, by id on one day, and nothing of what was never measured', () => {
    const events = listEvents([
      card('a/a', '2026-11-01'),
      card('b/b', '2026-11-20'),
      card('b/c', null),
      card('c/c', '2026-11-20'),
    ]);
    assert.deepEqual(
      events.map(({ date, card: { id } }) => `${date} ${id}`),
      ['2026-11-20 b/b', '2026-11-20 c/c', '2026-11-01 a/a'],
    );
  });
});
