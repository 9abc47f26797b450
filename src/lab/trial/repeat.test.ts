import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Trial } from '../../entry/schema/results.ts';
import { differ, repeatTrials } from './repeat.ts';

function trialsOf(outcomes: Trial['outcome'][]): () => Promise<Trial> {
  let index = 0;
  return async () => ({ outcome: outcomes[index++] ?? 'timeout', steps: [], excerpt: '' });
}

test('two trials that agree are enough', async () => {
  const trials = await repeatTrials(trialsOf(['fixed', 'fixed', 'not-fixed']));
  assert.equal(trials.length, 2);
  assert.equal(differ(trials), false);
});

test('where two disagree there are five', async () => {
  const trials = await repeatTrials(trialsOf(['fixed', 'not-fixed', 'fixed', 'fixed', 'fixed', 'fixed']));
  assert.deepEqual(
    trials.map(({ outcome }) => outcome),
    ['fixed', 'not-fixed', 'fixed', 'fixed', 'fixed'],
  );
  assert.equal(differ(trials), true);
});
