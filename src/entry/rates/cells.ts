import type { Facts } from '../schema/facts.ts';
import type { CauseResult, CellResult, LabResults, TrialOutcome } from '../schema/results.ts';
import type { Cell, Cells } from './types.ts';

/** From best to worst. Where outcomes are equally common, the worst speaks for them. */
const SEVERITY: readonly TrialOutcome[] = [
  'not-applicable',
  'fixed',
  'not-fixed',
  'relapsed',
  'new-error',
  'timeout',
  'harmful',
];

/** List the environments in which a cause was reproduced, in the order of the results. */
export function reproducedIn(results: LabResults | null, cause: string): string[] {
  return environmentsWith(results, cause, 'reproduced');
}

/** List the environments in which a cause came to a given outcome. */
export function environmentsWith(results: LabResults | null, cause: string, outcome: string): string[] {
  return Object.entries(results?.causes[cause] ?? {})
    .filter(([, result]) => result.outcome === outcome)
    .map(([environment]) => environment);
}

/** Count one remedy under one cause, by the environments that show that; null where it was not tried under it. */
function countCell(shown: readonly (readonly [string, CauseResult])[], remedy: string): Cell | null {
  const environments: Cell['environments'] = {};
  for (const [environment, { remedies }] of shown) {
    const result = remedies[remedy];
    if (result !== undefined) environments[environment] = countTrials(result);
  }
  const all = Object.values(environments);
  if (all.length === 0) return null;
  const applicable = all.filter((cell) => cell.outcome !== 'not-applicable');
  return {
    value: applicable.length === 0 ? null : mean(applicable.map((cell) => cell.fixed / cell.trials)),
    outcome: commonest((applicable.length === 0 ? all : applicable).map((cell) => cell.outcome)),
    fixed: sum(applicable.map((cell) => cell.fixed)),
    trials: sum(applicable.map((cell) => cell.trials)),
    environments,
  };
}

/** Count every remedy under every cause: remedy to cause to cell. */
export function countCells(facts: Facts, results: LabResults | null): Cells {
  const shown = Object.keys(facts.causes).map((cause) => {
    const all = Object.entries(results?.causes[cause] ?? {});
    return [cause, all.filter(([, { outcome }]) => outcome === 'reproduced')] as const;
  });
  const ofRemedy = (remedy: string): Record<string, Cell> =>
    Object.fromEntries(
      shown.flatMap(([cause, environments]) => {
        const cell = countCell(environments, remedy);
        return cell === null ? [] : [[cause, cell]];
      }),
    );
  return Object.fromEntries(Object.keys(facts.remedies).map((remedy) => [remedy, ofRemedy(remedy)]));
}

/** Find the commonest outcome; of several equally common the worst. */
export function commonest(outcomes: readonly TrialOutcome[]): TrialOutcome {
  const [first] = outcomes;
  if (first !== undefined && outcomes.every((outcome) => outcome === first)) return first;
  const counts = new Map<TrialOutcome, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const ranked = [...counts].sort(
    ([a, countA], [b, countB]) => countB - countA || SEVERITY.indexOf(b) - SEVERITY.indexOf(a),
  );
  return ranked[0]?.[0] ?? 'not-applicable';
}

function countTrials(result: CellResult): Cell['environments'][string] {
  const outcomes = result.trials.map((trial) => trial.outcome);
  return {
    outcome: commonest(outcomes),
    fixed: outcomes.filter((outcome) => outcome === 'fixed').length,
    trials: outcomes.filter((outcome) => outcome !== 'not-applicable').length,
    unsteady: new Set(outcomes).size > 1,
  };
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
