import { cellDigest, resolveScenario, scenarioDigest, tellDigest } from '../../entry/scenario.ts';
import type { LabEnvironment } from '../../entry/schema/lab.ts';
import type { Remedy } from '../../entry/schema/remedy.ts';
import { type CauseResult, TRIALS } from '../../entry/schema/results.ts';
import type { LabEntry } from '../read.ts';
import type { RunOptions } from './options.ts';

/** Something that a run will try: a cause with its tells, or a remedy under it. */
export interface Piece {
  key: string;
  /** In how many sandboxes, as far as that is known before. */
  trials: number;
}

type Wanted = Pick<RunOptions, 'environments' | 'causes' | 'remedies' | 'fresh'>;

/** Name a piece of an entry: environment, cause and remedy, if any. */
export function pieceKey(environment: string, cause: string, remedy?: string): string {
  return [environment, cause, ...(remedy === undefined ? [] : [remedy])].join(' ');
}

/** List all that a run of an entry will try, as far as its files tell. */
export function planEntry(entry: LabEntry, wanted: Wanted): Piece[] {
  return entry.lab.environments.flatMap((environment) => planEnvironment(entry, environment, wanted));
}

/** List what is to be tried in one environment: what has no result, or one of another scenario, steps or tells. */
export function planEnvironment(entry: LabEntry, environment: LabEnvironment, wanted: Wanted): Piece[] {
  if (wanted.environments !== null && !wanted.environments.has(environment.id)) return [];
  return causesOf(entry, wanted.causes).flatMap((cause) => planCause(entry, environment, cause, wanted));
}

/** Causes that lab.yaml brings about and that are wanted, in the order of entry.yaml. */
export function causesOf({ facts, lab }: LabEntry, causes: Wanted['causes']): string[] {
  return Object.keys(facts.causes).filter(
    (id) => lab.causes[id] !== undefined && (causes === null || causes.has(id)),
  );
}

function planCause(
  { facts, lab, previous }: LabEntry,
  environment: LabEnvironment,
  cause: string,
  wanted: Wanted,
): Piece[] {
  const scenario = resolveScenario(lab, environment, cause);
  const result = wanted.fresh ? undefined : previous?.causes[cause]?.[environment.id];
  const same = result?.outcome !== 'not-run' && result?.digest === scenarioDigest(scenario);
  if (same && result.outcome !== 'reproduced') return [];
  const told = same && result.tell?.digest === tellDigest(scenario, facts);
  const cells = Object.entries(facts.remedies).filter(
    ([id, remedy]) =>
      !isTold(remedy) &&
      (wanted.remedies === null || wanted.remedies.has(id)) &&
      !hasCell(result, id, cellDigest(scenario, facts, lab, id)),
  );
  const own = told ? [] : [{ key: pieceKey(environment.id, cause), trials: 1 }];
  return [...own, ...cells.map(([id]) => ({ key: pieceKey(environment.id, cause, id), trials: TRIALS }))];
}

function hasCell(result: CauseResult | undefined, remedy: string, digest: string): boolean {
  return result?.remedies[remedy]?.digest === digest;
}

/** Tell whether a remedy is told in prose alone, so that there is nothing to run. */
export function isTold(remedy: Remedy): boolean {
  return remedy.steps.every(({ kind }) => kind === 'manual');
}
