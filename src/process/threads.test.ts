import assert from 'node:assert/strict';
import { availableParallelism, getPriority, platform } from 'node:os';
import { test } from 'node:test';
import type { Tinypool } from 'tinypool';
import { beginThreads, countThreads, withThreads } from './threads.ts';

const LIMIT = 40;

/** Doubles numbers, and tells the room of its thread. */
const WORKER = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { resourceLimits } from 'node:worker_threads';
    export default (number) => {
      if (number < 0) throw new RangeError('below zero');
      return number * 2;
    };
    export const room = () => resourceLimits.maxYoungGenerationSizeMb;
  `)}`,
);

const double = (threads: Tinypool, numbers: number[]): Promise<number[]> =>
  Promise.all(numbers.map((number) => threads.run(number) as Promise<number>));

test('few tasks are worth no thread, many no more than there are cores', () => {
  assert.equal(countThreads(39, 40), 0);
  assert.equal(countThreads(40, 40), 1);
  assert.equal(countThreads(1_000_000, 40), availableParallelism());
});

test('threads begin at once, within their limits', async () => {
  const threads = beginThreads(WORKER, 2, { maxYoungGenerationSizeMb: LIMIT });
  try {
    assert.equal(threads.threads.length, 2);
    assert.equal(await threads.run(null, { name: 'room' }), LIMIT);
  } finally {
    await threads.destroy();
  }
});

test('threads end with the work, and when it fails', async () => {
  let seen: Tinypool | null = null;
  const work = (numbers: number[]) => (threads: Tinypool) => {
    seen = threads;
    return double(threads, numbers);
  };
  const left = (): number | undefined => seen?.threads.length;
  assert.deepEqual(await withThreads(WORKER, 2, work([1, 2, 3])), [2, 4, 6]);
  assert.equal(left(), 0);
  seen = null;
  await assert.rejects(withThreads(WORKER, 2, work([1, -1])), /below zero/);
  assert.equal(left(), 0);
});

test('a thread that gives way leaves the others as they are', async () => {
  const here = getPriority();
  const worker = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { getPriority } from 'node:os';
      import { giveWay } from '${new URL('./threads.ts', import.meta.url)}';
      export default () => { giveWay(); return getPriority(); };
    `)}`,
  );
  const there = await withThreads(worker, 1, (thread) => thread.run(null) as Promise<number>);
  assert.equal(there, platform() === 'linux' ? Math.max(here, 10) : here);
  assert.equal(getPriority(), here);
});
