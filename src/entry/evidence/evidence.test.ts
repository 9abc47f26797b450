import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixtureEntry } from '../../export/fixture.ts';
import { type Card, cardOf } from '../collection/card.ts';
import { computeRates } from '../rates.ts';
import type { LabResults, TrialOutcome } from '../schema/results.ts';
import { collectEvidence } from './collect.ts';
import { summariseEvidence } from './summarise.ts';

type Entry = ReturnType<typeof fixtureEntry>;

/** The fixture with the outcomes of one remedy under one cause set, environment by environment. */
function withOutcomes(remedy: string, cause: string, outcomes: TrialOutcome[][]): Entry {
  const entry = fixtureEntry();
  const results = structuredClone(entry.results) as LabResults;
  const template = Object.values(results.causes[cause] ?? {}).find((one) => one.outcome === 'reproduced');
  assert.ok(template !== undefined);
  results.causes = {};
  results.causes[cause] = Object.fromEntries(
    outcomes.map((all, index) => {
      const trials = all.map((outcome) => ({ outcome, steps: [], excerpt: '' }));
      const cell = { digest: '0'.repeat(64), unsteady: new Set(all).size > 1, trials };
      return [`e${index}`, { ...template, remedies: { [remedy]: cell } }];
    }),
  );
  return { ...entry, results, rates: computeRates(entry.facts, results) };
}

const base = fixtureEntry();
const [cause = ''] = Object.keys(base.facts.causes).filter(
  (id) => (base.rates.causes[id]?.reproduced.length ?? 0) > 0,
);
const sideOf = (side: string): string =>
  Object.keys(base.facts.remedies).find((id) => base.facts.remedies[id]?.side === side) ?? '';
const F: TrialOutcome[] = ['fixed', 'fixed'];
const N: TrialOutcome[] = ['not-fixed', 'not-fixed'];
const H: TrialOutcome[] = ['harmful', 'harmful'];

describe('summariseEvidence', () => {
  it('counts no trial where a version has no such remedy', () => {
    const { trials } = summariseEvidence(withOutcomes(sideOf('workaround'), cause, [F, ['not-applicable']]));
    assert.deepEqual(trials, { fixed: 2 });
  });

  it('counts every trial of the results by outcome', () => {
    const { trials } = summariseEvidence(base);
    const all = Object.values(base.results?.causes ?? {}).flatMap((one) =>
      Object.values(one).flatMap(({ remedies }) => Object.values(remedies).flatMap((cell) => cell.trials)),
    );
    assert.equal(
      Object.values(trials).reduce((sum, count) => sum + count, 0),
      all.length,
    );
  });

  it('finds a dead end that fixes, and a workaround that does harm', () => {
    const deadEnd = sideOf('dead-end');
    assert.deepEqual(
      summariseEvidence(withOutcomes(deadEnd, cause, [F, F])).surprises.filter(
        ({ kind }) => kind === 'dead-end-fixes',
      ),
      [{ kind: 'dead-end-fixes', remedy: deadEnd, causes: [cause] }],
    );
    const workaround = sideOf('workaround');
    const harms = summariseEvidence(withOutcomes(workaround, cause, [H, F])).surprises;
    assert.ok(harms.some(({ kind, remedy }) => kind === 'workaround-harms' && remedy === workaround));
  });

  it('finds where versions disagree, and trials of one cell; and names what it found in both languages', () => {
    const remedy = sideOf('workaround');
    const summary = summariseEvidence(withOutcomes(remedy, cause, [F, N, ['fixed', 'not-fixed']]));
    assert.deepEqual(summary.disagreements, [
      { cause, remedy, outcomes: { e0: 'fixed', e1: 'not-fixed', e2: 'not-fixed' } },
    ]);
    assert.deepEqual(summary.unsteady, [{ cause, remedy, environments: ['e2'] }]);
    assert.deepEqual(Object.keys(summary.titles.remedies[remedy] ?? {}), ['en', 'zh']);
  });

  it('is silent where all came out alike, and where nothing was run', () => {
    const alike = summariseEvidence(withOutcomes(sideOf('workaround'), cause, [F, F]));
    assert.deepEqual([alike.disagreements, alike.unsteady], [[], []]);
    const unmeasured = summariseEvidence(fixtureEntry('text', false));
    assert.deepEqual([unmeasured.trials, unmeasured.notReproduced, unmeasured.surprises], [{}, [], []]);
  });
});

describe('collectEvidence', () => {
  const card = (change: Partial<Card>): Card => ({ ...cardOf(base), ...change });

  it('sums up over entries, by domain and month, without the withdrawn', () => {
    const withdrawn = { date: '2026-01-01', reason: { en: 'x', zh: '因' }, replacedBy: null };
    const evidence = collectEvidence([
      card({ id: 'a/one', domain: 'a', measured: '2026-10-02' }),
      card({ id: 'a/two', domain: 'a', measured: '2026-11-30' }),
      card({ id: 'b/three', domain: 'b', measured: '2026-11-01' }),
      card({ id: 'b/gone', domain: 'b', measured: '2020-01-01', withdrawn }),
    ]);
    const one = Object.values(cardOf(base).evidence.trials).reduce((sum, count) => sum + count, 0);
    assert.equal(
      Object.values(evidence.trials).reduce((sum, count) => sum + count, 0),
      3 * one,
    );
    assert.deepEqual(
      evidence.domains.map(({ domain }) => domain),
      ['a', 'b'],
    );
    assert.deepEqual(evidence.months, [
      { month: '2026-10', entries: 1 },
      { month: '2026-11', entries: 2 },
    ]);
    assert.deepEqual([evidence.oldest, evidence.newest], ['2026-10-02', '2026-11-30']);
    assert.equal(evidence.entries, 3);
  });

  it('tells how far the causes of an entry were reproduced', () => {
    const reach = (measured: string | null, reproduced: number): unknown =>
      collectEvidence([
        card({ measured, evidence: { ...cardOf(base).evidence, causes: { total: 2, reproduced } } }),
      ]).reach;
    assert.deepEqual(reach('2026-11-01', 2), { all: 1, some: 0, none: 0, 'not-run': 0 });
    assert.deepEqual(reach('2026-11-01', 1), { all: 0, some: 1, none: 0, 'not-run': 0 });
    assert.deepEqual(reach('2026-11-01', 0), { all: 0, some: 0, none: 1, 'not-run': 0 });
    assert.deepEqual(reach(null, 0), { all: 0, some: 0, none: 0, 'not-run': 1 });
  });

  it('joins the versions of a tool over entries, the newest last', () => {
    const using = (id: string, version: string): Card =>
      card({ id, evidence: { ...cardOf(base).evidence, environments: { e: { tool: version } } } });
    assert.deepEqual(
      collectEvidence([using('a/x', '10.1'), using('a/y', '9.2'), using('a/z', '9.2')]).tools,
      [{ tool: 'tool', versions: ['9.2', '10.1'], entries: 3 }],
    );
  });
});
