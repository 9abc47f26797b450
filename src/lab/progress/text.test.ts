import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatBar, formatSeconds } from './text.ts';

test('times are said as people say them', () => {
  assert.deepEqual([3.2, 89, 95, 3600, 9000].map(formatSeconds), [
    '4 s',
    '89 s',
    '2 min',
    '60 min',
    '2 h 30 min',
  ]);
});

test('the bar says how far it is, how long it takes and what was last, on one line', () => {
  const meter = { done: 6, total: 24, secondsLeft: 40 };
  assert.equal(
    formatBar(meter, 'a/b here\nsecond line', 100),
    `${'━'.repeat(6)}${'╌'.repeat(18)} 6 of 24 trials, about 40 s left  a/b here`,
  );
  assert.equal([...formatBar(meter, 'x'.repeat(200), 80)].length, 79);
  assert.match(formatBar({ done: 4, total: 4, secondsLeft: 0 }, '', 80), /^━{24} 4 of 4 trials {2}$/);
});
