import type { Entry } from '../../entry/entry.ts';
import type {
  CauseOutcome,
  CauseResult,
  TellResult,
  Trial,
  TrialOutcome,
} from '../../entry/schema/results.ts';

/** Environments in which something went alike, each with the number of its trials. */
export type Times = [environment: string, times: number][];

/** Trials of one cell that went alike: the same steps with the same ends, and the same outcome. */
export interface TrialGroup {
  outcome: TrialOutcome;
  steps: Trial['steps'];
  /** What was printed in the end, and where. */
  outputs: { excerpt: string; environments: Times }[];
}

/** Environments in which a cause showed itself alike. */
export interface ShownGroup {
  outcome: CauseOutcome;
  exit: number | null;
  excerpt: string;
  environments: Times;
}

/** Environments in which the tells came out alike. */
export interface TellGroup extends Pick<TellResult, 'names' | 'stillShown' | 'tried'> {
  environments: Times;
}

/** Group the trials of a remedy under a cause, over all environments, by how they went. */
export function groupTrials(entry: Entry, cause: string, remedy: string): TrialGroup[] {
  const trials = resultsOf(entry, cause).flatMap(([environment, result]) =>
    (result.remedies[remedy]?.trials ?? []).map((trial) => ({ environment, ...trial })),
  );
  const alike = Map.groupBy(trials, ({ outcome, steps }) =>
    JSON.stringify([outcome, steps.map(({ id, exit }) => [id, exit])]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const outputs = [...Map.groupBy(group, ({ excerpt }) => excerpt)].map(([excerpt, all]) => ({
      excerpt,
      environments: countBy(all.map((one) => one.environment)),
    }));
    return [{ outcome: first.outcome, steps: first.steps, outputs }];
  });
}

/** Group the environments of a cause by what its failing program printed there. */
export function groupShown(entry: Entry, cause: string): ShownGroup[] {
  const alike = Map.groupBy(resultsOf(entry, cause), ([, { outcome, exit, excerpt }]) =>
    JSON.stringify([outcome, exit, excerpt]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { outcome, exit, excerpt } = first[1];
    return [{ outcome, exit, excerpt, environments: countBy(group.map(([environment]) => environment)) }];
  });
}

/** Group the environments of a cause by how all tells came out under it. */
export function groupTells(entry: Entry, cause: string): TellGroup[] {
  const tried = resultsOf(entry, cause).flatMap(([environment, { tell }]) =>
    tell === null ? [] : [{ environment, tell }],
  );
  const alike = Map.groupBy(tried, ({ tell }) =>
    JSON.stringify([
      tell.names,
      tell.stillShown,
      tell.tried.map((one) => [one.cause, one.holds, one.exit, one.excerpt]),
    ]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { names, stillShown, tried: all } = first.tell;
    return [{ names, stillShown, tried: all, environments: countBy(group.map((one) => one.environment)) }];
  });
}

/** Count the trials of an entry that ran, as its matrix does. */
export function countTrials({ rates }: Entry): number {
  return Object.values(rates.remedies)
    .flatMap(({ cells }) => Object.values(cells))
    .reduce((total, { trials }) => total + trials, 0);
}

function resultsOf(entry: Entry, cause: string): [environment: string, result: CauseResult][] {
  return Object.entries(entry.results?.causes[cause] ?? {});
}

function countBy(environments: readonly string[]): Times {
  return [...Map.groupBy(environments, (one) => one)].map(([environment, all]) => [environment, all.length]);
}
