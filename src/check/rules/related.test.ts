import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { betweenEntries, summaryOf } from '../fixture.ts';

function named(relations: string): Parameters<typeof summaryOf>[1] {
  return { texts: { 'entry.yaml': [['remedies:', `related: { ${relations} }\nremedies:`]] } };
}

function check(first: string, second: string): string[] {
  const problems = betweenEntries([summaryOf('demo/a', named(first)), summaryOf('demo/b', named(second))]);
  return problems.map(({ message, tip }) => `${message}; ${tip}`);
}

describe('related', () => {
  it('finds an entry that does not exist', () => {
    assert.match(
      check('confusedWith: [demo/c-gone]', '').join(),
      /there is no entry demo\/c-gone; until there is one, write/,
    );
  });

  it('finds a relation that the other entry does not return', () => {
    assert.match(
      check('causedBy: [demo/b]', 'causedBy: [demo/a]').join(),
      /demo\/b does not name this entry under leadsTo; add demo\/a/,
    );
    assert.match(check('confusedWith: [demo/b]', '').join(), /under confusedWith/);
  });

  it('lets relations stand that are returned, and messages without an entry', () => {
    assert.deepEqual(check('causedBy: [demo/b]', 'leadsTo: [demo/a]'), []);
    assert.deepEqual(
      check('confusedWith: [demo/b, { message: 504 Gateway Time-out }]', 'confusedWith: [demo/a]'),
      [],
    );
  });

  it('finds an entry related to itself, and one replaced by nothing', () => {
    assert.match(check('confusedWith: [demo/a]', '').join(), /not related to itself/);
    const withdrawn =
      'withdrawn: { date: 2026-01-01, reason: { en: Merged., zh: 已合并。 }, replacedBy: demo/gone }';
    const summary = summaryOf('demo/a', {
      texts: { 'entry.yaml': [['remedies:', `${withdrawn}\nremedies:`]] },
    });
    assert.match(
      betweenEntries([summary])
        .map(({ message }) => message)
        .join(),
      /there is no entry demo\/gone/,
    );
  });
});
