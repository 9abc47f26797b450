// Log files that the lab reads and that a scenario turns into something else: read or not, they neither
// hang the lab, fill its memory, nor show it what stands elsewhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causeOf, runTiny, tinyEntry } from '../fixtures/lab.ts';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';

const machine = await hostMachine();
const bwrap = await sandboxOrRefusal(machine);

test('a log that is a pipe, a device, a hole or a link is no trap', async () => {
  if (bwrap === null) return;
  const entry = tinyEntry(
    `
causes: { pipe: {}, device: {}, link: {}, hole: {}, log: {} }
remedies: { none: { side: dead-end, steps: [{ id: a, run: 'true' }] } }`,
    `
limits: { time: 30 }
reads: [log]
run: 'exit 1'
causes:
  pipe: { run: 'mkfifo log; exit 1' }
  device: { run: 'ln -s /dev/zero log; exit 1' }
  link: { run: 'ln -s /etc/shadow log; exit 1' }
  hole: { run: 'truncate -s 60M log; echo boom: end is broken >>log; exit 1' }
  log: { run: 'echo boom: disk is broken >>log; exit 1' }`,
  );
  const run = await runTiny(entry, machine, bwrap);
  assert.deepEqual(run.troubles, []);
  for (const cause of ['pipe', 'device', 'link']) {
    assert.equal(causeOf(run, cause).outcome, 'not-reproduced', cause);
    assert.equal(causeOf(run, cause).exit, 1, `${cause}: it ended before its time was over`);
    assert.equal(causeOf(run, cause).excerpt, '', cause);
  }
  assert.equal(causeOf(run, 'hole').signature, 'boom: {what} is broken');
  assert.equal(causeOf(run, 'log').excerpt, 'boom: disk is broken');
});
