import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LabResults } from '../../entry/schema/results.ts';
import { assertBreaks, inOne, problemsAfter } from '../fixture.ts';

describe('complete-results', () => {
  it('finds a cause that was not tried in some environment', () => {
    assertBreaks('complete-results', /port-held was not tried in node-20/, {
      results: ({ causes }) => void delete causes['port-held']?.['node-20'],
    });
  });

  it('finds a remedy that was not tried', () => {
    assertBreaks(
      'complete-results',
      /port-held in node-20: these remedies were not tried: other-port/,
      inOne(({ remedies }) => void delete remedies['other-port']),
    );
  });

  it('finds trials that are missing', () => {
    assertBreaks(
      'complete-results',
      /other-port has 1 trials instead of 2/,
      inOne(({ remedies }) => void remedies['other-port']?.trials.pop()),
    );
  });

  it('wants more trials where they differ, and the mark of it', () => {
    const { results } = inOne(({ remedies }) => {
      const cell = remedies['run-as-root'];
      const [trial] = cell?.trials ?? [];
      assert.ok(cell && trial);
      cell.trials = [trial, { ...trial, outcome: 'timeout' }];
    });
    const found = problemsAfter({ results });
    assert.match(found.join('\n'), /run-as-root is not marked unsteady/);
    assert.match(found.join('\n'), /run-as-root has 2 trials instead of 5/);
  });

  it('finds a wording that is no signature, and a capture that is no placeholder', () => {
    assertBreaks(
      'complete-results',
      /a wording that is no signature/,
      inOne((result) => void Object.assign(result, { signature: 'x' })),
    );
    assertBreaks(
      'complete-results',
      /captured \{path\}, which is not declared/,
      inOne(({ captures }) => void Object.assign(captures, { path: '/' })),
    );
  });

  it('finds results of causes and environments that are no more', () => {
    assertBreaks('complete-results', /results for gone, which is no cause/, {
      results: ({ causes }) => void Object.assign(causes, { gone: {} }),
    });
    assertBreaks('complete-results', /results in node-1, which is no environment/, {
      results: ({ environments }) =>
        void Object.assign(environments, { 'node-1': { versions: {}, packages: {} } }),
    });
  });

  it('lets a cause stand that an environment does not show', () => {
    const { results } = inOne(
      (result) =>
        void Object.assign(result, { outcome: 'not-reproduced', signature: null, tell: null, remedies: {} }),
    );
    assert.deepEqual(problemsAfter({ results }), []);
  });

  const leave = (excerpt: string) => (results: LabResults) => {
    delete results.environments['node-20'];
    for (const byEnvironment of Object.values(results.causes)) {
      const change = { outcome: 'not-run', signature: null, captures: {}, excerpt, tell: null, remedies: {} };
      Object.assign(byEnvironment['node-20'] ?? {}, change);
    }
    assert.equal(results.causes['port-held']?.['node-20']?.outcome, 'not-run');
  };

  it('refuses what was not run in an environment that every machine can have', () => {
    const found = problemsAfter({ results: leave('The npm registry cannot be reached.') });
    assert.match(found.join('\n'), /port-held was not tried in node-20/);
  });

  it('lets stand, with its reason, what was not run for want of a program of the host or of a suite that moves', () => {
    for (const extra of ["host: [docker], npm: { node: '20' }", "debian: forky, npm: { node: '20' }"]) {
      const texts = { 'lab.yaml': [["debian: bookworm, npm: { node: '20' }", extra]] } as const;
      assert.deepEqual(problemsAfter({ texts, results: leave('This machine has no docker.') }), []);
      const found = problemsAfter({ texts, results: leave('') });
      assert.match(found.join('\n'), /port-held in node-20: it was not run, and nothing says why/);
    }
  });

  it('refuses it where no other environment is left', () => {
    const texts = {
      'lab.yaml': [
        ['debian: bookworm', 'debian: forky'],
        ['debian: trixie', 'debian: forky'],
      ],
    } as const;
    const found = problemsAfter({ texts, results: leave('forky is gone.') });
    assert.match(found.join('\n'), /port-held was not tried in node-20/);
  });
});
