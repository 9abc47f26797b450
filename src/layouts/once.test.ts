import assert from 'node:assert/strict';
import { it } from 'node:test';
import { oncePer } from './once.ts';

it('oncePer makes a value once for each object', () => {
  let calls = 0;
  const count = oncePer((all: readonly number[]) => {
    calls += 1;
    return all.length;
  });
  const [one, other] = [[1, 2], [3]];
  assert.deepEqual([count(one), count(one), count(other), calls], [2, 2, 1, 2]);
});
