import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatLedger } from '../../entry/ledger/ledger.ts';
import { extendLedger } from '../../entry/ledger/plan.ts';
import { extendRecord } from '../../entry/revision/plan.ts';
import { formatRecord } from '../../entry/revision/record.ts';
import { betweenEntries, ledgerOf, SURROUNDINGS, summaryOf } from '../fixture.ts';
import { type EntrySummary, toCurrent, toLedgerEntry } from '../summary.ts';

const [present, withdrawn] = [
  summaryOf('demo/a'),
  summaryOf('demo/a', {
    texts: {
      'entry.yaml': [['scope:', 'withdrawn: { date: 2026-01-01, reason: { en: A., zh: 甲。 } }\nscope:']],
    },
  }),
];
const ids = Array.from({ length: 20 }, (_, index) => `demo/x${index}`);
const published = ids.map((id) => ({ ...present, id }));
const ledger = formatLedger(extendLedger(new Map(), published.map(toLedgerEntry)));
const record = formatRecord(extendRecord([], toCurrent(published), SURROUNDINGS.today));

const found = (entries: EntrySummary[], recorded = record): string[] =>
  betweenEntries(entries, ledgerOf(entries, ledger, recorded))
    .filter(({ rule }) => rule === 'vanishing')
    .map(({ line, message }) => `${line} ${message}`);

/** All entries, the first of them withdrawn. */
const withdraw = (count: number): EntrySummary[] =>
  ids.map((id, index) => ({ ...(index < count ? withdrawn : present), id }));

describe('vanishing', () => {
  it('lets a few go', () => {
    assert.deepEqual(found(published), []);
    assert.deepEqual(found(published.slice(2)), []);
    assert.deepEqual(found(withdraw(2)), []);
  });

  it('finds more than a tenth, lost or withdrawn or both', () => {
    assert.match(
      found(published.slice(3)).join(),
      /^1 3 of 20 published ids would vanish or be withdrawn at once/,
    );
    assert.equal(found(withdraw(3)).length, 1);
    assert.equal(found(withdraw(2).slice(0, -1)).length, 1);
  });

  it('is content once the withdrawals are recorded', () => {
    const entries = withdraw(5);
    const recorded = formatRecord(
      extendRecord(extendRecord([], toCurrent(published), '2026-01-01'), toCurrent(entries), '2026-02-02'),
    );
    assert.deepEqual(found(entries, recorded), []);
  });
});
