import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extendRecord } from '../../entry/revision/plan.ts';
import { formatRecord } from '../../entry/revision/record.ts';
import { betweenEntries, ledgerOf, SURROUNDINGS, summaryOf } from '../fixture.ts';
import { type EntrySummary, toCurrent } from '../summary.ts';

const entry = { ...summaryOf('demo/a'), sound: true };
const edited: EntrySummary = {
  ...summaryOf('demo/a', { texts: { 'en.mdx': [['before, see', 'earlier, see']] } }),
  sound: true,
};
const recordOf = (one: EntrySummary): string =>
  formatRecord(extendRecord([], toCurrent([one]), SURROUNDINGS.today));
const check = (one: EntrySummary, record: string): string[] =>
  betweenEntries([one], ledgerOf([one], undefined, record)).map(
    ({ file, line, message, tip }) => `${file}:${line} ${message} → ${tip}`,
  );

describe('revisions', () => {
  it('lets stand an entry that is as it was recorded', () =>
    assert.deepEqual(check(entry, recordOf(entry)), []));

  it('asks for the command after a change, once the entry is sound', () => {
    const [found] = check(edited, recordOf(entry));
    assert.match(
      found ?? '',
      /entry\.yaml:1 the last change of demo\/a is not recorded yet → run `npm run ledger`/,
    );
    assert.deepEqual(check({ ...edited, sound: false }, recordOf(entry)), []);
  });

  it('finds two lines of one entry', () => {
    assert.deepEqual(check(entry, recordOf(entry) + recordOf(entry)), [
      'content/revisions.ndjson:2 demo/a stands here twice → run `npm run ledger`: it joins them',
    ]);
  });
});
