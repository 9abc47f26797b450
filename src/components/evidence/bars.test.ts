import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { layOutBars } from './bars.ts';

const KINDS = ['a', 'b', 'c'] as const;

describe('layOutBars', () => {
  it('stacks the pieces of a row without gap, all rows on one scale from 0', () => {
    const { rows } = layOutBars(
      [
        { label: 'x', values: { a: 30, c: 10 } },
        { label: 'y', values: { b: 20 } },
      ],
      KINDS,
    );
    assert.deepEqual(rows, [
      {
        label: 'x',
        total: 40,
        segments: [
          { kind: 'a', value: 30, from: 0, width: 75 },
          { kind: 'c', value: 10, from: 75, width: 25 },
        ],
      },
      { label: 'y', total: 20, segments: [{ kind: 'b', value: 20, from: 0, width: 50 }] },
    ]);
  });

  it('has whole numbers as ticks, the first of them 0', () => {
    const { ticks } = layOutBars([{ label: 'x', values: { a: 3 } }], KINDS);
    assert.deepEqual(
      ticks.map(({ value }) => value),
      [0, 1, 2, 3],
    );
  });

  it('draws nothing, and no error, where there is nothing', () => {
    assert.deepEqual(layOutBars([], KINDS).rows, []);
    assert.deepEqual(layOutBars([{ label: 'x', values: {} }], KINDS).rows[0]?.segments, []);
  });

  it('never leaves the chart, and widths are as the values', () => {
    const row = fc.record({
      label: fc.string(),
      values: fc.record({ a: fc.nat(5000), b: fc.nat(5000), c: fc.nat(5000) }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const bars = layOutBars(rows, KINDS);
        const longest = Math.max(1, ...bars.rows.map(({ total }) => total));
        for (const { total, segments } of bars.rows) {
          const end = segments.reduce((sum, { width }) => sum + width, 0);
          assert.ok(end <= 100.05 && Math.abs(end - (total / longest) * 100) < 0.05);
        }
        for (const { at } of bars.ticks) assert.ok(at >= 0 && at <= 100);
      }),
    );
  });
});
