import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Meter } from './meter.ts';

const PIECES = [
  { key: 'here broken', trials: 1 },
  { key: 'here broken mend', trials: 2 },
  { key: 'here broken hope', trials: 2 },
];

test('before anything has run, earlier runs or the usual length tell the time', () => {
  const known = new Meter(2);
  known.add(
    'a/b',
    PIECES,
    new Map([
      ['here broken', 4],
      ['here broken mend', 1],
      ['here broken hope', 2],
    ]),
  );
  assert.equal(known.secondsLeft, (4 + 2 + 4) / 2);
  const unknown = new Meter(1);
  unknown.add('a/b', PIECES, new Map());
  assert.equal(unknown.secondsLeft, 5 * 2.5);
});

test('trials of this run correct what was known', () => {
  let now = 0;
  const meter = new Meter(1, () => now);
  const pieces = [{ key: 'e c r', trials: 10 }];
  meter.add('a/b', pieces, new Map([['e c r', 2]]));
  for (let done = 0; done < 5; done++) {
    now += 4000;
    meter.trial('a/b', 'e c r', 4);
  }
  assert.equal(meter.secondsLeft, 20, 'it takes twice as long as before');
  assert.deepEqual([meter.done, meter.total], [5, 10]);
});

test('what an earlier run finished counts as done, and takes no time', () => {
  const meter = new Meter(1);
  meter.add('a/b', PIECES, new Map());
  meter.trial('a/b', 'here broken', null);
  assert.deepEqual([meter.done, meter.ran, meter.total], [1, 0, 5]);
});

test('trials that need not be made leave the total, further ones enter it', () => {
  const meter = new Meter(1);
  meter.add('a/b', PIECES, new Map());
  meter.trial('a/b', 'here broken', 1);
  meter.drop('a/b', 'here broken mend');
  assert.equal(meter.total, 3);
  for (let trial = 0; trial < 5; trial++) meter.trial('a/b', 'here broken hope', 1);
  assert.deepEqual([meter.done, meter.total, meter.secondsLeft], [6, 6, 0]);
  meter.add('a/c', PIECES, new Map());
  meter.drop('a/c', 'here');
  assert.equal(meter.total, 6);
});
