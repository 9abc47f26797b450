import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { betweenEntries, summaryOf } from '../fixture.ts';

function withAlias(id: string, alias: string): ReturnType<typeof summaryOf> {
  return summaryOf(id, { texts: { 'entry.yaml': [['remedies:', `aliases: [${alias}]\nremedies:`]] } });
}

describe('aliases', () => {
  it('finds an old id that is that of another entry, or an old id of another', () => {
    const taken = betweenEntries([withAlias('demo/a', 'demo/b'), summaryOf('demo/b')]);
    assert.deepEqual(
      taken.map(({ message }) => message),
      ['the alias demo/b is taken by demo/b'],
    );
    const twice = betweenEntries([withAlias('demo/a', 'demo/old'), withAlias('demo/b', 'demo/old')]);
    assert.deepEqual(
      twice.map(({ message }) => message),
      ['the alias demo/old is taken by demo/a'],
    );
  });

  it('lets an id stand that nobody else has', () => {
    assert.deepEqual(betweenEntries([withAlias('demo/a', 'demo/old'), summaryOf('demo/b')]), []);
  });
});
