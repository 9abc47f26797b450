import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { WILSON_Z, wilsonLowerBound } from './wilson.ts';

/**
 * Lower ends as printed in table I, method 3 (score, without continuity correction), of R. G. Newcombe,
 * "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics
 * in Medicine 17 (1998), 857-872.
 */
const PUBLISHED = [
  { successes: 81, n: 263, lower: 0.2553 },
  { successes: 15, n: 148, lower: 0.0624 },
  { successes: 0, n: 20, lower: 0 },
  { successes: 1, n: 29, lower: 0.0061 },
] as const;

const counts = fc
  .integer({ min: 1, max: 1000 })
  .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));

describe('wilsonLowerBound', () => {
  for (const { successes, n, lower } of PUBLISHED) {
    it(`gives the published ${lower} for ${successes} of ${n}`, () => {
      assert.equal(wilsonLowerBound(successes, n).toFixed(4), lower.toFixed(4));
    });
  }

  it('gives n / (n + z²) where all agree: 1/1 is 21 %, 6/6 61 %, 23/23 86 %', () => {
    for (const [n, percent] of [
      [1, 21],
      [6, 61],
      [23, 86],
    ] as const) {
      assert.equal(Math.round(wilsonLowerBound(n, n) * 100), percent);
      assert.ok(Math.abs(wilsonLowerBound(n, n) - n / (n + WILSON_Z ** 2)) < 1e-12);
    }
  });

  it('lies between 0 and the share itself', () => {
    fc.assert(
      fc.property(counts, ({ successes, n }) => {
        const bound = wilsonLowerBound(successes, n);
        assert.ok(bound >= 0 && bound <= successes / n + 1e-12);
      }),
    );
  });

  it('solves the equation that Wilson inverts: the share lies z standard errors above the bound', () => {
    fc.assert(
      fc.property(counts, ({ successes, n }) => {
        const bound = wilsonLowerBound(successes, n);
        const squared = (successes / n - bound) ** 2;
        assert.ok(Math.abs(squared - (WILSON_Z ** 2 * bound * (1 - bound)) / n) < 1e-12);
      }),
    );
  });

  it('never falls when one more agrees, of as many or of one more', () => {
    fc.assert(
      fc.property(counts, ({ successes, n }) => {
        const bound = wilsonLowerBound(successes, n);
        assert.ok(wilsonLowerBound(successes + 1, n + 1) >= bound - 1e-12);
        if (successes < n) assert.ok(wilsonLowerBound(successes + 1, n) >= bound - 1e-12);
      }),
    );
  });

  it('rises with the number of observations, the share being the same', () => {
    fc.assert(
      fc.property(counts, ({ successes, n }) => {
        assert.ok(wilsonLowerBound(successes * 2, n * 2) >= wilsonLowerBound(successes, n) - 1e-12);
      }),
    );
  });
});
