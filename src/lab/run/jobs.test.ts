import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cancelled, Jobs } from './jobs.ts';

/** A piece of work that ends when it is told to. */
function held() {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const state = { begun: false };
  const work = async (): Promise<void> => {
    state.begun = true;
    await ended;
  };
  return { state, work, end };
}

/** Let everything happen that can. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('no more pieces run at a time than allowed, in the order in which they came', async () => {
  const jobs = new Jobs(2);
  const pieces = [held(), held(), held()];
  const all = pieces.map(({ work }) => jobs.run(work));
  await settle();
  assert.deepEqual(
    pieces.map(({ state }) => state.begun),
    [true, true, false],
  );
  pieces[1]?.end();
  await settle();
  assert.equal(pieces[2]?.state.begun, true);
  for (const { end } of pieces) end();
  await Promise.all(all);
});

test('memory bounds them too, and what needs more than there is runs alone', async () => {
  const jobs = new Jobs(8, 2000);
  const [small, large, last] = [held(), held(), held()];
  const all = [jobs.run(small.work, 1000), jobs.run(large.work, 3000), jobs.run(last.work, 500)];
  await settle();
  assert.deepEqual(
    [small, large, last].map(({ state }) => state.begun),
    [true, false, false],
  );
  small.end();
  await settle();
  assert.deepEqual(
    [large, last].map(({ state }) => state.begun),
    [true, false],
    'it waits its turn',
  );
  large.end();
  await settle();
  assert.ok(last.state.begun);
  last.end();
  await Promise.all(all);
});

test('there is room once nothing waits and not all places are taken', async () => {
  const jobs = new Jobs(1);
  const piece = held();
  const done = jobs.run(piece.work);
  let room = false;
  const asked = jobs.room().then(() => {
    room = true;
  });
  await settle();
  assert.ok(!room);
  piece.end();
  await Promise.all([done, asked]);
  assert.ok(room);
});

test('what was given up does not begin, what runs ends', async () => {
  const jobs = new Jobs(1);
  const piece = held();
  const running = jobs.run(piece.work);
  const waiting = jobs.run(async () => assert.fail('it began'));
  jobs.cancel();
  await assert.rejects(waiting, Cancelled);
  await assert.rejects(
    jobs.run(async () => {}),
    Cancelled,
  );
  piece.end();
  await running;
});
