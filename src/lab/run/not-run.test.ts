import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveScenario, scenarioDigest } from '../../entry/scenario.ts';
import type { LabResults } from '../../entry/schema/results.ts';
import { causeOf, runTiny, tinyEntry } from '../fixtures/lab.ts';
import { hostMachine } from '../fixtures/machine.ts';
import type { LabEntry } from '../read.ts';
import { formatMatrix } from '../report/matrix.ts';
import { assembleResults } from '../results/assemble.ts';

const WHY = 'npm has no typescript@99.';
const machine = await hostMachine();

function entry(previous: LabResults | null = null): LabEntry {
  const tiny = tinyEntry(
    `
causes: { broken: {} }
remedies: { none: { side: dead-end, steps: [{ id: a, run: 'true' }] } }`,
    `
run: 'echo boom: disk is broken; exit 1'
causes: { broken: {} }`,
  );
  return { ...tiny, previous };
}

/** Run an entry whose environment cannot be had, and assemble what comes of it. */
async function resultsOf(wanted: LabEntry): Promise<LabResults> {
  const run = await runTiny(wanted, machine, '/no/such/program', { unavailable: WHY });
  assert.deepEqual(run.unavailable, [`here: ${WHY}`]);
  assert.deepEqual(run.troubles, []);
  assert.equal(run.sandboxes, 0);
  return assembleResults(wanted.id, wanted.facts, wanted.lab, run.results, wanted.previous, '2026-01-01');
}

test('what cannot be had is recorded as not run, with the reason and without versions', async () => {
  const run = await runTiny(entry(), machine, '/no/such/program', { unavailable: WHY });
  assert.equal(causeOf(run, 'broken').outcome, 'not-run');
  const results = await resultsOf(entry());
  assert.equal(results.causes['broken']?.['here']?.excerpt, WHY);
  assert.deepEqual(results.environments, {});
  assert.match(formatMatrix(results), /here: NOT RUN\. npm has no typescript@99\./);
});

test('what an earlier run saw of the same scenario stays; of another scenario it does not', async () => {
  const { lab } = entry();
  const [environment] = lab.environments;
  assert.ok(environment);
  const before = (digest: string): LabResults => ({
    schema: 1,
    entry: 'tiny/entry',
    date: '2025-01-01',
    environments: { here: { versions: { node: '20.0.0' }, packages: {}, released: null } },
    causes: {
      broken: {
        here: {
          outcome: 'not-reproduced',
          digest,
          signature: null,
          captures: {},
          exit: 0,
          excerpt: 'fine',
          tell: null,
          remedies: {},
        },
      },
    },
  });
  const same = before(scenarioDigest(resolveScenario(lab, environment, 'broken')));
  // Only --fresh asks for what is settled.
  const fresh = { ...entry(same), previous: same };
  const run = await runTiny(fresh, machine, '/no/such/program', { unavailable: WHY, fresh: true });
  const kept = assembleResults(fresh.id, fresh.facts, fresh.lab, run.results, same, '2026-01-01');
  assert.deepEqual(kept, same);
  const other = await resultsOf(entry(before('0'.repeat(64))));
  assert.equal(other.causes['broken']?.['here']?.outcome, 'not-run');
  assert.deepEqual(other.environments, {});
});
