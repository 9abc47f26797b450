import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertBreaks, problemsAfter } from '../fixture.ts';

describe('dates', () => {
  it('finds what is to come, but not what is of today', () => {
    assertBreaks('dates', /2026-11-24 is in the future/, {
      texts: { 'entry.yaml': [['2011-08-20', '2026-11-24']] },
    });
    assert.deepEqual(problemsAfter({ texts: { 'entry.yaml': [['2011-08-20', '2026-11-23']] } }), []);
  });
});
