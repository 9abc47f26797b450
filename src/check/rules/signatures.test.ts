import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertBreaks, problemsAfter } from '../fixture.ts';

const FIRST = "  - 'Error: listen EADDRINUSE: address already in use {host}:{port}'";
const COMPOSED = '  - { text: The port is taken, composed: true }';

describe('signatures', () => {
  it('wants a printed wording below a composed headline', () => {
    const texts = {
      'entry.yaml': [[FIRST, `${COMPOSED.replace('The port is taken', "'Taken: {host}:{port}'")}`]],
    } as const;
    assertBreaks('signatures', /no tool prints any/, { texts, unmeasured: true });
    assert.deepEqual(problemsAfter({ texts: { 'entry.yaml': [[FIRST, `${COMPOSED}\n${FIRST}`]] } }), []);
  });

  it('finds a composed wording that is no headline', () => {
    assertBreaks('signatures', /only for the headline/, {
      texts: { 'entry.yaml': [[FIRST, `${FIRST}\n${COMPOSED}`]] },
    });
  });

  it('finds a wording that stands there twice', () => {
    assertBreaks('signatures', /stands above already/, {
      texts: { 'entry.yaml': [[FIRST, `${FIRST}\n${FIRST}`]] },
    });
  });
});
