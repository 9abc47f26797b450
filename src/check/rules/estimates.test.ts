import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertBreaks, problemsAfter } from '../fixture.ts';

const LAST = '      - { id: sudo, run: sudo -n true }\n';
const ESTIMATE = `${LAST}estimates:\n  run-as-root: { rate: 0.1, why: { en: A guess., zh: 只是猜测。 } }\n`;

describe('estimates', () => {
  it('finds a guess at what was measured', () => {
    assertBreaks('estimates', /run-as-root has trials/, { texts: { 'entry.yaml': [[LAST, ESTIMATE]] } });
  });

  it('lets a guess stand where nothing is known', () => {
    assert.deepEqual(problemsAfter({ texts: { 'entry.yaml': [[LAST, ESTIMATE]] }, unmeasured: true }), []);
  });
});
