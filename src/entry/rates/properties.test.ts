import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { REPORT_OUTCOMES } from '../schema/facts.ts';
import { TRIAL_OUTCOMES } from '../schema/results.ts';
import { computeRates } from './compute.ts';
import { makeFacts, makeResults, report, type Table } from './fixture.ts';
import type { Rates } from './types.ts';

const CAUSES = ['one', 'two', 'three', 'four'] as const;
const REMEDIES = ['first', 'second', 'useless'] as const;
const ENVIRONMENTS = ['e1', 'e2', 'e3'] as const;

const trials = fc.oneof(
  // What the lab writes: two that agree, or five where two did not.
  fc.constantFrom(...TRIAL_OUTCOMES).map((outcome) => [outcome, outcome]),
  fc.array(fc.constantFrom(...TRIAL_OUTCOMES), { minLength: 5, maxLength: 5 }),
);
const cells = fc.dictionary(fc.constantFrom(...REMEDIES), trials, { minKeys: 1 });
const tables: fc.Arbitrary<Table> = fc.dictionary(
  fc.constantFrom(...CAUSES),
  fc.dictionary(fc.constantFrom(...ENVIRONMENTS), cells, { minKeys: 1 }),
);
const reports = fc.array(
  fc
    .tuple(fc.constantFrom(...CAUSES), fc.constantFrom(...REMEDIES), fc.constantFrom(...REPORT_OUTCOMES))
    .map((said) => report(...said)),
  { maxLength: 14 },
);
type Reports = Record<string, string>[];

const rate = (table: Table, said: Reports): Rates =>
  computeRates(makeFacts({ reports: said }), makeResults(table));

describe('rates of any entry', () => {
  it('are shares, or null where nothing was observed', () => {
    fc.assert(
      fc.property(tables, reports, (table, said) => {
        const { fixRate, confidence, remedies, evidence } = rate(table, said);
        const values = Object.values(remedies).flatMap((remedy) => [
          remedy.success,
          ...Object.values(remedy.cells).map((cell) => cell.value),
        ]);
        for (const share of [fixRate.value, confidence.value, ...values])
          assert.ok(share === null || (share >= 0 && share <= 1), `${share}`);
        assert.equal(fixRate.value === null, evidence.total === 0);
      }),
    );
  });

  it('have weights that sum to 1, none of them 0', () => {
    fc.assert(
      fc.property(reports, (said) => {
        const weights = Object.values(rate({}, said).weights);
        assert.ok(weights.every((weight) => weight > 0));
        assert.ok(Math.abs(weights.reduce((a, b) => a + b, 0) - 1) < 1e-9);
      }),
    );
  });

  it('have fractions that say the same as their shares', () => {
    fc.assert(
      fc.property(tables, reports, (table, said) => {
        const { fixRate, confidence, evidence, remedies } = rate(table, said);
        assert.ok(fixRate.proven <= fixRate.basis.lab);
        assert.equal(fixRate.basis.lab + fixRate.basis.reports + fixRate.basis.none, fixRate.causes);
        assert.ok(confidence.agreeing <= confidence.comparable && confidence.comparable <= evidence.total);
        for (const remedy of Object.values(remedies)) {
          assert.ok(remedy.fixes.length <= remedy.causes);
          if (remedy.basis === 'lab')
            assert.equal(remedy.success === 1, remedy.fixes.length === remedy.causes);
        }
      }),
    );
  });

  it('have a fix rate that no workaround alone exceeds where all causes were reproduced', () => {
    const all = fc.record({ one: envs(), two: envs(), three: envs(), four: envs() });
    fc.assert(
      fc.property(all, (table) => {
        const { fixRate, remedies } = rate(table, []);
        for (const id of ['first', 'second'])
          assert.ok((fixRate.value ?? 0) >= (remedies[id]?.success ?? 0) - 1e-9);
      }),
    );
  });

  it('order every workaround once, and no dead end among them', () => {
    fc.assert(
      fc.property(tables, reports, (table, said) => {
        const { order } = rate(table, said);
        assert.deepEqual(order.workarounds.toSorted(), ['first', 'second']);
        assert.deepEqual(order.deadEnds, ['useless']);
      }),
    );
  });
});

describe('confidence', () => {
  it('never falls when an environment is added that comes out as one that agrees', () => {
    fc.assert(
      // Without reports: they are held against trials, which the new ones shift.
      fc.property(tables, (table) => {
        const before = rate(table, []).confidence;
        for (const [cause, environment] of agreeingIn(table)) {
          const copied = { ...table[cause], more: table[cause]?.[environment] ?? {} };
          const after = rate({ ...table, [cause]: copied }, []).confidence;
          assert.ok((after.value ?? 0) >= (before.value ?? 0) - 1e-12);
        }
      }),
    );
  });

  it('never falls when a report is added that says what the trials show', () => {
    fc.assert(
      fc.property(tables, reports, (table, said) => {
        const { confidence, remedies } = rate(table, said);
        for (const cause of CAUSES) {
          const value = remedies['first']?.cells[cause]?.value ?? null;
          if (value === null) continue;
          const more = [...said, report(cause, 'first', value >= 0.5 ? 'fixed' : 'not-fixed')];
          const after = rate(table, more).confidence;
          assert.ok((after.value ?? 0) >= (confidence.value ?? 0) - 1e-12);
        }
      }),
    );
  });

  it('never falls when a report is added that says what most others say of something untried', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), (worked, failed) => {
        fc.pre(worked !== failed);
        const said = [
          ...Array.from({ length: worked }, () => report('four', 'first', 'fixed')),
          ...Array.from({ length: failed }, () => report('four', 'first', 'not-fixed')),
        ];
        const more = [...said, report('four', 'first', worked > failed ? 'fixed' : 'not-fixed')];
        const [before, after] = [rate({}, said).confidence, rate({}, more).confidence];
        assert.ok((after.value ?? 0) >= (before.value ?? 0) - 1e-12);
      }),
    );
  });

  it('does not depend on the order of environments or reports', () => {
    fc.assert(
      fc.property(tables, reports, (table, said) => {
        const turned = Object.fromEntries(
          Object.entries(table).map(([cause, byEnvironment]) => [
            cause,
            Object.fromEntries(Object.entries(byEnvironment).toReversed()),
          ]),
        );
        assert.deepEqual(rate(turned, said.toReversed()).confidence, rate(table, said).confidence);
      }),
    );
  });
});

function envs(): fc.Arbitrary<Table[string]> {
  return fc.dictionary(fc.constantFrom(...ENVIRONMENTS), cells, { minKeys: 1 });
}

/** Pairs of cause and environment whose every remedy came out there, in each trial, as in more than half of all. */
function agreeingIn(table: Table): [string, string][] {
  return Object.entries(table).flatMap(([cause, byEnvironment]) =>
    Object.entries(byEnvironment)
      .filter(([, own]) => Object.entries(own).every(([remedy, done]) => isMost(byEnvironment, remedy, done)))
      .map(([environment]): [string, string] => [cause, environment]),
  );
}

function isMost(byEnvironment: Table[string], remedy: string, done: string[]): boolean {
  if (new Set(done).size > 1) return false;
  const others = Object.values(byEnvironment)
    .map((other) => other[remedy] ?? [])
    .filter((other) => other.some((outcome) => outcome !== 'not-applicable'));
  const same = others.filter((other) => other.every((outcome) => outcome === done[0]));
  return done[0] === 'not-applicable' || same.length > others.length / 2;
}
