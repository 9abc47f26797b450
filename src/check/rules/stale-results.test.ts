import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsAfter } from '../fixture.ts';

describe('stale-results', () => {
  it('finds a step that changed after it was tried', () => {
    const found = problemsAfter({
      texts: { 'entry.yaml': [['fuser -k {port}/tcp', 'fuser -k -9 {port}/tcp']] },
      stale: true,
    });
    assert.equal(found.length, 4);
    for (const one of found)
      assert.match(one, /^stale-results: .* older than what they measured: stop-the-holder$/);
  });

  it('finds a scenario that changed', () => {
    const texts = { 'lab.yaml': [['node parent.js', 'node other.js']] } as const;
    assert.match(
      problemsAfter({ texts, stale: true }).join(),
      /child-left in node-20 .*: the scenario, the tells, stop-the-holder/,
    );
  });

  it('finds a tell that changed', () => {
    const texts = { 'entry.yaml': [['expect: python3', 'expect: python']] } as const;
    assert.match(problemsAfter({ texts, stale: true }).join(), /: the tells/);
  });

  it('lets prose change without a new run', () => {
    const texts = { 'en.mdx': [['Start it again:', 'Start it once more:']] } as const;
    assert.deepEqual(problemsAfter({ texts, stale: true }), []);
  });
});
