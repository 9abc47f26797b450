import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causeOf, outcomesOf, runTiny, tinyEntry } from '../fixtures/lab.ts';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';

const machine = await hostMachine();
const bwrap = await sandboxOrRefusal(machine);

test('a run tells the wording for want of which a cause is not reproduced, or a remedy brings a new error', async () => {
  if (bwrap === null) return;
  const entry = tinyEntry(
    `
causes: { shows: {}, other-wording: {} }
remedies: { rewords: { side: dead-end, steps: [{ id: set, run: 'touch reworded' }] } }`,
    `
run: 'if [ -e reworded ]; then echo "boom: disk is broke"; else echo "boom: disk is broken"; fi; exit 1'
causes:
  shows: {}
  other-wording: { run: 'echo "note: boom: {disk} was broken"; exit 1' }`,
  );
  const run = await runTiny(entry, machine, bwrap);
  assert.equal(causeOf(run, 'other-wording').outcome, 'not-reproduced');
  assert.deepEqual(outcomesOf(run, 'shows', 'rewords'), ['new-error', 'new-error']);
  const told = run.near.join('\n');
  assert.equal(run.near.length, 2, told);
  assert.match(told, /here other-wording:\n.*\n.*\n.*boom: \{what\} \[-is-\]\{\+was\+\} broken\n/);
  assert.match(told, /add under signatures in entry.yaml:\n {6}- 'boom: \{what\} was broken'$/m);
  assert.match(told, /here shows:\n[\s\S]*- 'boom: \{what\} is broke'$/m);
});
