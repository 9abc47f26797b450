import { type Facts, FactsSchema } from '../schema/facts.ts';
import type { CauseResult, LabResults, TrialOutcome } from '../schema/results.ts';

/** Cause to environment to remedy to the outcomes of its trials. */
export type Table = Record<string, Record<string, Record<string, TrialOutcome[]>>>;

const DIGEST = '0'.repeat(64);

/** Facts of four causes, two workarounds (`first` is the safer) and the dead end `useless`. */
export function makeFacts(extra: Record<string, unknown> = {}): Facts {
  const workaround = { side: 'workaround', safety: 'read-only', steps: [{ id: 'a', run: 'true' }] };
  return FactsSchema.parse({
    signatures: ['x'],
    category: 'c',
    tool: 't',
    scope: 'generic',
    aiGenerated: true,
    versions: [{ product: 'T', range: '1+', status: 'active' }],
    causes: { one: {}, two: {}, three: {}, four: {} },
    remedies: {
      first: workaround,
      second: { ...workaround, safety: 'changes-state', undo: 'none' },
      useless: { side: 'dead-end', steps: [{ id: 'a', run: 'true' }] },
    },
    ...extra,
  });
}

/** Results in which every cause of the table was reproduced. */
export function makeResults(table: Table): LabResults {
  const cause = (remedies: Record<string, TrialOutcome[]>): CauseResult => ({
    outcome: 'reproduced',
    digest: DIGEST,
    signature: 'x',
    captures: {},
    exit: 1,
    excerpt: 'x',
    tell: null,
    remedies: Object.fromEntries(
      Object.entries(remedies).map(([id, outcomes]) => [
        id,
        {
          digest: DIGEST,
          unsteady: new Set(outcomes).size > 1,
          trials: outcomes.map((outcome) => ({ outcome, steps: [], excerpt: '' })),
        },
      ]),
    ),
  });
  const causes = Object.fromEntries(
    Object.entries(table).map(([id, environments]) => [
      id,
      Object.fromEntries(Object.entries(environments).map(([name, remedies]) => [name, cause(remedies)])),
    ]),
  );
  return { schema: 1, entry: 'd/s', date: '2026-01-01', environments: {}, causes };
}

export const F: TrialOutcome[] = ['fixed', 'fixed'];
export const N: TrialOutcome[] = ['not-fixed', 'not-fixed'];

/** Causes one to three in two environments, four not reproduced; first fixes one, second fixes one and two. */
export const TABLE: Table = {
  one: { e1: { first: F, second: F, useless: N }, e2: { first: F, second: F, useless: N } },
  two: { e1: { first: N, second: F, useless: N }, e2: { first: N, second: F, useless: N } },
  three: { e1: { first: N, second: N, useless: N }, e2: { first: N, second: N, useless: N } },
};

/** A report as entry.yaml has it. */
export function report(cause: string, remedy: string, outcome: string): Record<string, string> {
  return { cause, remedy, outcome, url: 'https://example.org/1', date: '2024-01-01' };
}
