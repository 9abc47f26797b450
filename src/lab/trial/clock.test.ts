import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockShift } from './clock.ts';

test('a clock is shifted by a time, or set to a date in UTC', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  const cases: [string, number][] = [
    ['+400d', 34_560_000],
    ['-2h', -7200],
    ['+1y', 31_536_000],
    ['2026-01-02', 86_400],
    ['2025-12-31 23:59', -60],
    ['2026-01-01T00:00:07', 7],
  ];
  for (const [clock, seconds] of cases) assert.equal(clockShift(clock, now), seconds, clock);
  assert.throws(() => clockShift('2026-13-01', now), /no date/);
});
