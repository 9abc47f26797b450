import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Facts, FactsSchema } from '../schema/facts.ts';
import type { CauseResult, LabResults, TrialOutcome } from '../schema/results.ts';
import { computeRates } from './compute.ts';
import { wilsonLowerBound } from './wilson.ts';

/** Cause to environment to remedy to the outcomes of its trials. */
type Table = Record<string, Record<string, Record<string, TrialOutcome[]>>>;

const DIGEST = '0'.repeat(64);

function makeFacts(extra: Record<string, unknown> = {}): Facts {
  const workaround = { side: 'workaround', safety: 'read-only', steps: [{ id: 'a', run: 'true' }] };
  return FactsSchema.parse({
    signatures: ['x'],
    category: 'c',
    tool: 't',
    scope: 'generic',
    aiGenerated: true,
    versions: [{ product: 'T', range: '1+', status: 'active' }],
    causes: { one: {}, two: {}, three: {}, four: {} },
    remedies: {
      first: workaround,
      second: { ...workaround, safety: 'changes-state', undo: 'none' },
      useless: { side: 'dead-end', steps: [{ id: 'a', run: 'true' }] },
    },
    ...extra,
  });
}

function makeResults(table: Table): LabResults {
  const cause = (remedies: Record<string, TrialOutcome[]>): CauseResult => ({
    outcome: 'reproduced',
    digest: DIGEST,
    signature: 'x',
    captures: {},
    exit: 1,
    excerpt: 'x',
    tell: null,
    remedies: Object.fromEntries(
      Object.entries(remedies).map(([id, outcomes]) => [
        id,
        {
          digest: DIGEST,
          unsteady: new Set(outcomes).size > 1,
          trials: outcomes.map((outcome) => ({ outcome, steps: [], excerpt: '' })),
        },
      ]),
    ),
  });
  const causes = Object.fromEntries(
    Object.entries(table).map(([id, environments]) => [
      id,
      Object.fromEntries(Object.entries(environments).map(([name, remedies]) => [name, cause(remedies)])),
    ]),
  );
  return { schema: 1, entry: 'd/s', date: '2026-01-01', environments: {}, causes };
}

const F: TrialOutcome[] = ['fixed', 'fixed'];
const N: TrialOutcome[] = ['not-fixed', 'not-fixed'];

/** Causes one to three in two environments, four not reproduced; first fixes one, second fixes one and two. */
const TABLE: Table = {
  one: { e1: { first: F, second: F, useless: N }, e2: { first: F, second: F, useless: N } },
  two: { e1: { first: N, second: F, useless: N }, e2: { first: N, second: F, useless: N } },
  three: { e1: { first: N, second: N, useless: N }, e2: { first: N, second: N, useless: N } },
};

function report(cause: string, remedy: string, outcome: string): Record<string, string> {
  return { cause, remedy, outcome, url: 'https://example.org/1', date: '2024-01-01' };
}

describe('computeRates', () => {
  it('counts the fix rate over all listed causes, reproduced or not', () => {
    const { fixRate } = computeRates(makeFacts(), makeResults(TABLE));
    assert.deepEqual(fixRate, { value: 0.5, proven: 2, causes: 4, basis: { lab: 3, reports: 0, none: 1 } });
  });

  it('counts the success of a remedy over the reproduced causes, with the causes that it fixes', () => {
    const { remedies } = computeRates(makeFacts(), makeResults(TABLE));
    assert.equal(remedies['first']?.success, Math.round(1e12 / 3) / 1e12);
    assert.deepEqual(remedies['second']?.fixes, ['one', 'two']);
    assert.equal(remedies['useless']?.success, 0);
    assert.equal(remedies['useless']?.causes, 3);
  });

  it('has a mean over environments in a cell, not over trials', () => {
    const table: Table = {
      one: { e1: { first: ['fixed', 'not-fixed', 'fixed', 'fixed', 'not-fixed'] }, e2: { first: N } },
    };
    const cell = computeRates(makeFacts(), makeResults(table)).remedies['first']?.cells['one'];
    assert.equal(cell?.value, 0.3);
    assert.deepEqual([cell?.fixed, cell?.trials], [3, 7]);
  });

  it('leaves out environments in which a remedy does not apply', () => {
    const table: Table = { one: { e1: { first: F }, e2: { first: ['not-applicable', 'not-applicable'] } } };
    const rates = computeRates(makeFacts(), makeResults(table));
    assert.equal(rates.remedies['first']?.cells['one']?.value, 1);
    assert.deepEqual(rates.remedies['first']?.fixes, ['one']);
  });

  it('does not take a relapse or harm for a fix, and names the causes where they came about', () => {
    const table: Table = {
      one: { e1: { first: ['relapsed', 'relapsed'] } },
      two: { e1: { first: ['harmful', 'harmful'] } },
    };
    const { first } = computeRates(makeFacts(), makeResults(table)).remedies;
    assert.equal(first?.success, 0);
    assert.deepEqual(first?.relapses, ['one']);
    assert.deepEqual(first?.harms, ['two']);
  });

  it('has no figure without an observation', () => {
    const rates = computeRates(makeFacts(), null);
    assert.equal(rates.fixRate.value, null);
    assert.equal(rates.confidence.value, null);
    assert.deepEqual(rates.evidence, { total: 0, lab: 0, reports: 0 });
    assert.equal(rates.remedies['first']?.success, null);
    assert.equal(rates.remedies['first']?.basis, null);
  });

  it('counts reports only for causes that were not reproduced', () => {
    const facts = makeFacts({
      reports: [
        report('four', 'first', 'fixed'),
        report('four', 'second', 'not-fixed'),
        report('three', 'first', 'fixed'),
      ],
    });
    const { fixRate, causes } = computeRates(facts, makeResults(TABLE));
    assert.equal(fixRate.value, (1 + 1 + 0 + 0.5) / 4);
    assert.deepEqual(fixRate.basis, { lab: 3, reports: 1, none: 0 });
    assert.deepEqual(causes['four']?.best, { remedy: 'first', value: 0.5, basis: 'reports' });
  });

  it('weighs causes alike below ten reports, and by them from ten on', () => {
    const nine = Array.from({ length: 9 }, () => report('one', 'first', 'fixed'));
    assert.equal(computeRates(makeFacts({ reports: nine }), null).weights['one'], 0.25);
    const ten = [...nine, report('two', 'first', 'fixed')];
    assert.deepEqual(computeRates(makeFacts({ reports: ten }), null).weights, {
      one: 10 / 14,
      two: 2 / 14,
      three: 1 / 14,
      four: 1 / 14,
    });
  });

  it('agrees where every environment came out alike: six of six is 61 %', () => {
    const { confidence, evidence } = computeRates(makeFacts(), makeResults(TABLE));
    assert.deepEqual([confidence.agreeing, confidence.comparable, evidence.total], [6, 6, 6]);
    assert.equal(Math.round((confidence.value ?? 0) * 100), 61);
  });

  it('lets a tie agree with neither side, and an unsteady cell with nobody', () => {
    const tie: Table = { one: { e1: { first: F }, e2: { first: N } } };
    assert.deepEqual(confidenceOf(tie), [0, 2]);
    const unsteady: Table = {
      one: { e1: { first: F }, e2: { first: F }, e3: { first: ['fixed', 'fixed', 'not-fixed'] } },
    };
    assert.deepEqual(confidenceOf(unsteady), [2, 3]);
  });

  it('compares nothing where a cause shows in one environment', () => {
    assert.deepEqual(confidenceOf({ one: { e1: { first: F } } }), [0, 0]);
  });

  it('holds reports against trials, else against each other', () => {
    const facts = makeFacts({
      reports: [
        report('one', 'first', 'fixed'),
        report('two', 'first', 'fixed'),
        report('four', 'first', 'fixed'),
      ],
    });
    const { confidence } = computeRates(facts, makeResults(TABLE));
    assert.deepEqual([confidence.agreeing, confidence.comparable], [7, 8]);
  });

  it('orders workarounds by what each adds, the safer first among equals', () => {
    assert.deepEqual(computeRates(makeFacts(), makeResults(TABLE)).order.workarounds, ['second', 'first']);
    const equal: Table = { one: { e1: { first: F, second: F } } };
    assert.deepEqual(computeRates(makeFacts(), makeResults(equal)).order.workarounds, ['first', 'second']);
  });

  it('shows an estimate as such, and only where nothing was observed', () => {
    const estimates = { first: { rate: 0.8, why: { en: 'w', zh: '因' } } };
    assert.equal(computeRates(makeFacts({ estimates }), null).remedies['first']?.basis, 'estimate');
    assert.equal(computeRates(makeFacts({ estimates }), makeResults(TABLE)).remedies['first']?.basis, 'lab');
  });

  it('keeps every figure between 0 and 1 and the weights at a sum of 1', () => {
    const outcome = fc.constantFrom<TrialOutcome>(
      'fixed',
      'not-fixed',
      'relapsed',
      'harmful',
      'not-applicable',
    );
    const trials = fc.array(outcome, { minLength: 2, maxLength: 5 });
    const cells = fc.record({ first: trials, second: trials, useless: trials });
    const table = fc.dictionary(
      fc.constantFrom('one', 'two', 'three'),
      fc.dictionary(fc.constantFrom('e1', 'e2'), cells),
    );
    fc.assert(
      fc.property(table, (drawn) => {
        const rates = computeRates(makeFacts(), makeResults(drawn));
        const shares = [
          rates.fixRate.value,
          rates.confidence.value,
          ...Object.values(rates.remedies).map((r) => r.success),
        ];
        for (const share of shares) assert.ok(share === null || (share >= 0 && share <= 1));
        const total = Object.values(rates.weights).reduce((a, b) => a + b, 0);
        assert.ok(Math.abs(total - 1) < 1e-9);
        assert.ok(rates.fixRate.value === null || rates.fixRate.value >= rates.fixRate.proven / 4 - 1e-9);
      }),
    );
  });
});

describe('wilsonLowerBound', () => {
  it('gives the published values', () => {
    for (const [k, n, percent] of [
      [1, 1, 21],
      [6, 6, 61],
      [23, 23, 86],
      [0, 10, 0],
      [5, 10, 24],
    ] as const) {
      assert.equal(Math.round(wilsonLowerBound(k, n) * 100), percent);
    }
  });

  it('never falls when one more observation agrees', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, k) => {
        const agreeing = Math.min(k, n);
        assert.ok(wilsonLowerBound(agreeing + 1, n + 1) >= wilsonLowerBound(agreeing, n) - 1e-12);
      }),
    );
  });
});

function confidenceOf(table: Table): [number, number] {
  const { confidence } = computeRates(makeFacts(), makeResults(table));
  return [confidence.agreeing, confidence.comparable];
}
