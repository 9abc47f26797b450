import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandResults, formatResults } from './results-file.ts';
import { type LabResults, LabResultsSchema } from './schema/results.ts';

const DIGEST = 'a'.repeat(64);
const trial = {
  outcome: 'not-fixed' as const,
  steps: [{ id: 'a', exit: 0 }],
  excerpt: 'boom: disk is broken',
};

const RESULTS: LabResults = {
  schema: 1,
  entry: 'tiny/entry',
  date: '2026-01-01',
  environments: { here: { versions: { tiny: '1.0' }, packages: {}, released: null } },
  causes: {
    broken: {
      here: {
        outcome: 'reproduced',
        digest: DIGEST,
        signature: 'boom: {what} is broken',
        captures: { what: 'disk' },
        exit: 1,
        excerpt: 'boom: disk is broken',
        tell: {
          digest: DIGEST,
          names: 'broken',
          stillShown: true,
          tried: [{ cause: 'broken', holds: true, exit: 0, excerpt: 'yes' }],
        },
        remedies: {
          wait: { digest: DIGEST, unsteady: false, trials: [trial, { ...trial, excerpt: '' }] },
        },
      },
    },
  },
};

test('results come back from their file as they were', () => {
  const data = expandResults(JSON.parse(formatResults(RESULTS)));
  assert.deepEqual(LabResultsSchema.parse(data), RESULTS);
  // The site reads files that were checked before, without the schema.
  assert.deepEqual(data, RESULTS);
});

test('a text that was printed often stands in the file once, and a cell on one line', () => {
  const text = formatResults(RESULTS);
  assert.equal(text.split('boom: disk is broken').length, 2);
  assert.match(text, /^ {5}"wait": \{"digest":.*\}$/m);
});

test('results with their texts in place are read as they are, and other data is left to the schema', () => {
  assert.deepEqual(expandResults(structuredClone(RESULTS)), RESULTS);
  for (const data of [null, 7, { outputs: {} }, { outputs: null, causes: { a: 1 } }]) {
    assert.equal(LabResultsSchema.safeParse(expandResults(data)).success, false);
  }
});
