import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatResults } from '../../entry/results-file.ts';
import type { CauseResult, CellResult, LabResults } from '../../entry/schema/results.ts';
import { tinyEntry } from '../fixtures/lab.ts';
import { assembleResults } from './assemble.ts';

const DIGEST = 'a'.repeat(64);

const { facts, lab } = tinyEntry(
  `
causes: { first: {}, second: {} }
remedies: { one: { side: dead-end, steps: [{ id: a, run: 'true' }] }, two: { side: dead-end, steps: [{ id: a, run: 'true' }] } }
dropped: { refuted: it never worked }`,
  `
environments: [{ id: here, debian: trixie }, { id: there, debian: bookworm }]
run: 'true'
causes: { first: {}, second: {} }`,
);

function cell(outcome: CellResult['trials'][number]['outcome']): CellResult {
  return {
    digest: DIGEST,
    unsteady: false,
    trials: [{ outcome, steps: [{ id: 'a', exit: 0 }], excerpt: '' }],
  };
}

function cause(remedies: Record<string, CellResult>): CauseResult {
  const seen = { signature: 'boom: {what} is broken', captures: {}, exit: 1, excerpt: 'boom', tell: null };
  return { outcome: 'reproduced', digest: DIGEST, ...seen, remedies };
}

function resultsOf(causes: LabResults['causes'], date = '2026-01-01'): LabResults {
  const versions = { versions: { tiny: '1' }, packages: {}, released: null };
  return { schema: 1, entry: 'tiny/entry', date, environments: { here: versions }, causes };
}

test('results stand in the order of the files, whatever the order in which they came', () => {
  const seen = resultsOf({
    second: { there: cause({}), here: cause({ two: cell('fixed'), one: cell('fixed') }) },
    first: { here: cause({}) },
  });
  const { causes } = assembleResults('tiny/entry', facts, lab, seen, null, '2026-01-02');
  assert.deepEqual(Object.keys(causes), ['first', 'second']);
  assert.deepEqual(Object.keys(causes['second'] ?? {}), ['here', 'there']);
  assert.deepEqual(Object.keys(causes['second']?.['here']?.remedies ?? {}), ['one', 'two']);
});

test('a run of some cells keeps the others', () => {
  const previous = resultsOf({
    first: { here: cause({ one: cell('fixed'), two: cell('fixed') }) },
    second: { here: cause({}) },
  });
  const seen = resultsOf({ first: { here: cause({ two: cell('not-fixed') }) } });
  const { causes } = assembleResults('tiny/entry', facts, lab, seen, previous, '2026-01-02');
  const { remedies } = causes['first']?.['here'] ?? cause({});
  assert.equal(remedies['one']?.trials[0]?.outcome, 'fixed');
  assert.equal(remedies['two']?.trials[0]?.outcome, 'not-fixed');
  assert.ok(causes['second']);
});

test('a remedy that left entry.yaml keeps its results until it is listed as dropped', () => {
  const previous = resultsOf({ first: { here: cause({ gone: cell('harmful'), refuted: cell('harmful') }) } });
  const { causes } = assembleResults('tiny/entry', facts, lab, resultsOf({}), previous, '2026-01-02');
  assert.deepEqual(Object.keys(causes['first']?.['here']?.remedies ?? {}), ['gone']);
});

test('the date is that of the last run that saw anything else', () => {
  const previous = resultsOf({ first: { here: cause({ one: cell('fixed') }) } });
  const same = assembleResults('tiny/entry', facts, lab, previous, previous, '2026-02-02');
  assert.equal(formatResults(same), formatResults(previous));
  const seen = resultsOf({ first: { here: cause({ one: cell('harmful') }) } });
  assert.equal(assembleResults('tiny/entry', facts, lab, seen, previous, '2026-02-02').date, '2026-02-02');
});

test('an excerpt stays as long as what was found is the same, and no longer', () => {
  const seenAs = (outcome: 'fixed' | 'harmful', excerpt: string): LabResults => {
    const trials = [{ outcome, steps: [{ id: 'a', exit: 0 }], excerpt }];
    return resultsOf({ first: { here: cause({ one: { digest: DIGEST, unsteady: false, trials } }) } });
  };
  const excerptAfter = (now: LabResults, before: LabResults): string | undefined =>
    assembleResults('tiny/entry', facts, lab, now, before, '2026-02-02').causes['first']?.['here']?.remedies[
      'one'
    ]?.trials[0]?.excerpt;
  const before = seenAs('fixed', 'one two');
  assert.equal(excerptAfter(seenAs('fixed', 'two one'), before), 'one two');
  assert.equal(excerptAfter(seenAs('harmful', 'gone'), before), 'gone');
  const newer = {
    ...seenAs('fixed', 'line 9'),
    environments: { here: { versions: { tiny: '2' }, packages: {}, released: null } },
  };
  assert.equal(excerptAfter(newer, before), 'line 9', 'another version prints other lines');
});
