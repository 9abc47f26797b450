import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeRates } from './compute.ts';
import { F, makeFacts, makeResults, N, report, TABLE, type Table } from './fixture.ts';

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

  it('says that a cause rests on its reports, though none of them says that it was fixed', () => {
    const facts = makeFacts({ reports: [report('four', 'first', 'not-fixed')] });
    const { fixRate, causes } = computeRates(facts, makeResults(TABLE));
    assert.deepEqual(fixRate.basis, { lab: 3, reports: 1, none: 0 });
    assert.equal(causes['four']?.best, null);
  });

  it('counts a report that a dead end worked among the reports of a cause, but not as a fix', () => {
    const reports = [report('four', 'useless', 'fixed'), report('four', 'first', 'fixed')];
    const { causes } = computeRates(makeFacts({ reports }), makeResults(TABLE));
    assert.deepEqual(causes['four']?.best, { remedy: 'first', value: 0.5, basis: 'reports' });
  });

  it('has a fix rate of 0, not null, where causes show and nothing fixes them', () => {
    const { fixRate, remedies } = computeRates(makeFacts(), makeResults({ one: { e1: { first: N } } }));
    assert.equal(fixRate.value, 0);
    assert.equal(fixRate.proven, 0);
    assert.equal(remedies['first']?.success, 0);
  });

  it('does not let a dead end raise the fix rate, though it fixes a cause', () => {
    const { fixRate, remedies } = computeRates(makeFacts(), makeResults({ one: { e1: { useless: F } } }));
    assert.equal(fixRate.value, 0);
    assert.deepEqual(remedies['useless']?.fixes, ['one']);
  });

  it('counts causes that were not reproduced as 0 where no report speaks of them', () => {
    const results = makeResults({});
    const rates = computeRates(makeFacts(), results);
    assert.deepEqual(rates.fixRate, {
      value: null,
      proven: 0,
      causes: 4,
      basis: { lab: 0, reports: 0, none: 4 },
    });
    assert.equal(rates.confidence.value, null);
  });

  it('comes to what one gets by hand where causes weigh by their reports', () => {
    // Ten reports: one has 6, two has 3, three has 1, four has none. Weights 7, 4, 2, 1 of 14.
    const reports = [
      ...Array.from({ length: 6 }, () => report('one', 'first', 'fixed')),
      ...Array.from({ length: 3 }, () => report('two', 'second', 'fixed')),
      report('three', 'first', 'not-fixed'),
    ];
    const rates = computeRates(makeFacts({ reports }), makeResults(TABLE));
    // one and two are fixed by trials; three is reproduced and not fixed; four has neither.
    assert.equal(rates.fixRate.value, Math.round((11 / 14) * 1e12) / 1e12);
    // first fixes one alone, of the reproduced one, two and three: 7 of 13.
    assert.equal(rates.remedies['first']?.success, Math.round((7 / 13) * 1e12) / 1e12);
    assert.equal(rates.remedies['second']?.success, Math.round((11 / 13) * 1e12) / 1e12);
    // 6 observations of the lab agree, and all ten reports come out as the trials say.
    assert.deepEqual([rates.confidence.agreeing, rates.confidence.comparable], [16, 16]);
    assert.equal(rates.evidence.total, 16);
  });

  it('lets an environment disagree whose trials differ, though only there that remedy applies', () => {
    const table: Table = {
      one: {
        e1: { first: F, second: ['fixed', 'not-fixed', 'fixed', 'fixed', 'fixed'] },
        e2: { first: F, second: ['not-applicable', 'not-applicable'] },
      },
    };
    assert.deepEqual(confidenceOf(table), [1, 2]);
  });

  it('reads a cell of one half as fixed when it holds a report against it', () => {
    const half: Table = { one: { e1: { first: ['fixed', 'not-fixed'] } } };
    const agreeing = (outcome: string): number =>
      computeRates(makeFacts({ reports: [report('one', 'first', outcome)] }), makeResults(half)).confidence
        .agreeing;
    assert.equal(agreeing('fixed'), 1);
    assert.equal(agreeing('not-fixed'), 0);
  });

  it('lets two reports that contradict each other agree with nobody', () => {
    const reports = [report('four', 'first', 'fixed'), report('four', 'first', 'harmful')];
    const { confidence } = computeRates(makeFacts({ reports }), null);
    assert.deepEqual([confidence.agreeing, confidence.comparable], [0, 2]);
  });

  it('lets a report agree with nobody where the others on it are split', () => {
    const reports = ['fixed', 'fixed', 'not-fixed'].map((outcome) => report('four', 'first', outcome));
    const { confidence } = computeRates(makeFacts({ reports }), null);
    assert.deepEqual([confidence.agreeing, confidence.comparable], [0, 3]);
  });

  it('lets the worst speak for a cell whose outcomes are equally common', () => {
    const table: Table = {
      one: { e1: { first: F }, e2: { first: ['harmful', 'harmful'] }, e3: { first: N } },
    };
    const cell = computeRates(makeFacts(), makeResults(table)).remedies['first']?.cells['one'];
    assert.equal(cell?.outcome, 'harmful');
  });

  it('puts a workaround that adds a cause before one that repeats what others fix', () => {
    const workaround = { side: 'workaround', safety: 'read-only', steps: [{ id: 'a', run: 'true' }] };
    const facts = makeFacts({ remedies: { broad: workaround, repeats: workaround, adds: workaround } });
    const table: Table = {
      one: { e1: { broad: F, repeats: F, adds: N } },
      two: { e1: { broad: F, repeats: F, adds: N } },
      three: { e1: { broad: N, repeats: N, adds: F } },
    };
    const { order } = computeRates(facts, makeResults(table));
    assert.deepEqual(order.workarounds, ['broad', 'adds', 'repeats']);
  });
});

function confidenceOf(table: Table): [number, number] {
  const { confidence } = computeRates(makeFacts(), makeResults(table));
  return [confidence.agreeing, confidence.comparable];
}
