import type { Entry } from '../../entry/entry.ts';
import type { CauseOutcome, CauseResult, TrialOutcome } from '../../entry/schema/results.ts';

/** Environments in which one cause, and every remedy under it, came out alike. */
export interface EnvironmentGroup {
  environments: string[];
  outcome: CauseOutcome;
  /** The wording that was printed, or null. */
  signature: string | null;
  /** What was printed in the first of them. */
  excerpt: string;
}

/**
 * Name an environment by the exact versions that matter to the reader: those of the products of the
 * entry, or all where none of them is recorded.
 */
export function environmentLabel(entry: Entry, environment: string): string {
  const versions = entry.results?.environments[environment]?.versions ?? {};
  const products = new Set(entry.facts.versions.flatMap(({ tool }) => (tool === null ? [] : [tool])));
  const known = Object.entries(versions).filter(([tool]) => products.has(tool));
  const shown = known.length > 0 ? known : Object.entries(versions);
  return shown.length === 0 ? environment : shown.map(([tool, version]) => `${tool} ${version}`).join(', ');
}

/** Group the environments of a cause by what was printed and how every remedy came out. */
export function groupEnvironments(entry: Entry, cause: string): EnvironmentGroup[] {
  const groups = new Map<string, EnvironmentGroup>();
  for (const [environment, result] of Object.entries(entry.results?.causes[cause] ?? {})) {
    const { outcome, signature, excerpt } = result;
    const key = JSON.stringify([outcome, signature, outcomesOf(result)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { environments: [environment], outcome, signature, excerpt });
    else group.environments.push(environment);
  }
  return [...groups.values()];
}

/** List the remedies, in page order, that did not come out alike in all environments that show a cause. */
export function listDiffering(entry: Entry, cause: string): string[] {
  const { order, remedies } = entry.rates;
  return [...order.workarounds, ...order.deadEnds].filter((remedy) => {
    const cells = Object.values(remedies[remedy]?.cells[cause]?.environments ?? {});
    return new Set(cells.map(({ outcome, fixed, trials }) => `${outcome} ${fixed}/${trials}`)).size > 1;
  });
}

function outcomesOf(result: CauseResult): [string, string[]][] {
  return Object.entries(result.remedies).map(([remedy, cell]) => [
    remedy,
    cell.trials.map((trial) => trial.outcome),
  ]);
}

/** A trial that ended otherwise than fixed or not fixed, and what it printed. */
export interface Oddity {
  remedy: string;
  outcome: TrialOutcome;
  excerpt: string;
}

/** List the outcomes of a cause that need a word of output: harm, relapse, another error, one each a remedy. */
export function listOddities(entry: Entry, cause: string): Oddity[] {
  const found = new Map<string, Oddity>();
  for (const result of Object.values(entry.results?.causes[cause] ?? {})) {
    for (const [remedy, cell] of Object.entries(result.remedies)) {
      for (const { outcome, excerpt } of cell.trials) {
        if (!ODD.includes(outcome) || excerpt === '' || found.has(`${remedy} ${outcome}`)) continue;
        found.set(`${remedy} ${outcome}`, { remedy, outcome, excerpt });
      }
    }
  }
  return [...found.values()];
}

const ODD: readonly TrialOutcome[] = ['harmful', 'relapsed', 'new-error', 'timeout'];
