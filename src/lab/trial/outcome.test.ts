import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideOutcome, type Evidence, type Round } from './outcome.ts';

const FINE: Round = { well: true, printed: false, shown: false, checkHolds: true };
const ERROR: Round = { well: false, printed: true, shown: true, checkHolds: false };
const OTHER: Round = { well: false, printed: false, shown: false, checkHolds: false };

function outcome(evidence: Partial<Evidence>): string {
  return decideOutcome({ harmHolds: true, timedOut: false, first: FINE, second: FINE, ...evidence });
}

test('fixed means: ended well, without a signature of its own, checked, twice', () => {
  assert.equal(outcome({}), 'fixed');
  assert.equal(
    outcome({ first: { ...FINE, shown: true }, second: { ...FINE, shown: true } }),
    'fixed',
    'a log line alone',
  );
  assert.equal(outcome({ first: { ...FINE, printed: true, shown: true } }), 'not-fixed');
  assert.equal(outcome({ first: { ...FINE, checkHolds: false } }), 'new-error');
  assert.equal(outcome({ first: { ...FINE, well: false, shown: true } }), 'not-fixed');
});

test('an error that comes back is a relapse, another one is not', () => {
  assert.equal(outcome({ second: ERROR }), 'relapsed');
  assert.equal(outcome({ second: OTHER }), 'new-error');
});

test('the worst that applies comes first', () => {
  assert.equal(outcome({ harmHolds: false, timedOut: true, first: ERROR }), 'harmful');
  assert.equal(outcome({ timedOut: true, first: ERROR, second: null }), 'timeout');
  assert.equal(outcome({ first: null, second: null }), 'timeout');
});
