import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LabResults } from '../../entry/schema/results.ts';
import { assertBreaks, problemsAfter } from '../fixture.ts';

function addResultsOf(remedy: string): (results: LabResults) => void {
  return ({ causes }) => {
    const { remedies } = causes['port-held']?.['node-20'] ?? {};
    const cell = remedies?.['run-as-root'];
    assert.ok(remedies && cell);
    remedies[remedy] = cell;
  };
}

describe('dropped', () => {
  it('finds a measured remedy that is gone without a reason', () => {
    assertBreaks('dropped', /reboot was measured, but entry\.yaml has it no longer/, {
      results: addResultsOf('reboot'),
    });
  });

  it('lets it go with a reason', () => {
    const texts = {
      'entry.yaml': [['remedies:', 'dropped: { reboot: it told nothing }\nremedies:']],
    } as const;
    assert.deepEqual(problemsAfter({ texts, results: addResultsOf('reboot') }), []);
  });

  it('finds one that is dropped and still there', () => {
    const texts = { 'entry.yaml': [['remedies:', 'dropped: { other-port: why not }\nremedies:']] } as const;
    assertBreaks('dropped', /other-port is dropped and yet a remedy/, { texts });
  });
});
