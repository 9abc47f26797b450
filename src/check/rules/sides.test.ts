import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LabResults, TrialOutcome } from '../../entry/schema/results.ts';
import { assertBreaks, problemsAfter } from '../fixture.ts';

function setOutcome(results: LabResults, remedy: string, outcome: TrialOutcome, onlyCause?: string): void {
  for (const [cause, environments] of Object.entries(results.causes)) {
    if (onlyCause !== undefined && cause !== onlyCause) continue;
    for (const result of Object.values(environments)) {
      const excerpt = outcome === 'fixed' ? 'listening' : '';
      for (const trial of result.remedies[remedy]?.trials ?? []) Object.assign(trial, { outcome, excerpt });
    }
  }
}

describe('sides', () => {
  it('finds a workaround that fixes no cause', () => {
    assertBreaks('sides', /the workaround other-port fixes no cause/, {
      results: (all) => setOutcome(all, 'other-port', 'new-error'),
    });
  });

  it('finds a dead end that mostly works, and lets one stand that works for half of the causes', () => {
    assertBreaks('sides', /the dead end run-as-root fixes more than half/, {
      results: (all) => setOutcome(all, 'run-as-root', 'fixed'),
    });
    assert.deepEqual(
      problemsAfter({ results: (all) => setOutcome(all, 'run-as-root', 'fixed', 'port-held') }),
      [],
    );
  });

  it('says nothing of what was never tried', () => {
    assert.deepEqual(problemsAfter({ unmeasured: true }), []);
  });
});
