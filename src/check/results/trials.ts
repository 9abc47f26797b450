import type { Scenario } from '../../entry/scenario.ts';
import type { Remedy } from '../../entry/schema/remedy.ts';
import { type CellResult, TRIALS, type Trial } from '../../entry/schema/results.ts';
import type { Step } from '../../entry/schema/step.ts';
import { compareVersions, versionInRange } from '../../entry/version-range.ts';
import type { ExcerptReader } from './excerpt.ts';

type Versions = Readonly<Record<string, string>>;

/** Where a cell stands, and what it is held against. */
export interface CellContext {
  /** How the cause was brought about; null where lab.yaml does not say. */
  scenario: Scenario | null;
  remedy: Remedy;
  excerpts: ExcerptReader;
  /** Of the environment. */
  versions: Versions;
}

/** List what the lab cannot have seen in the trials of one remedy, each thing once. */
export function checkCellSound(context: CellContext, { trials }: CellResult): string[] {
  return [...new Set([...checkOrder(trials), ...trials.flatMap((trial) => checkTrial(context, trial))])];
}

/** Tell whether versions have a cause or a remedy; a version that nobody knows excludes nothing. */
export function mayApply(
  limits: { unless?: Versions | null; since?: Versions | null; until?: Versions | null },
  versions: Versions,
): boolean {
  const holds = (limit: Versions | null | undefined, test: (version: string, bound: string) => boolean) =>
    Object.entries(limit ?? {}).flatMap(([tool, bound]) =>
      versions[tool] ? [test(versions[tool], bound)] : [],
    );
  return (
    !holds(limits.unless, isInRange).includes(true) &&
    !holds(limits.since, (version, bound) => compareVersions(version, bound) >= 0).includes(false) &&
    !holds(limits.until, (version, bound) => compareVersions(version, bound) < 0).includes(false)
  );
}

/** A range that cannot be read is complained about elsewhere. */
function isInRange(version: string, range: string): boolean {
  try {
    return versionInRange(version, range);
  } catch {
    return false;
  }
}

/** A third trial is made only where the first two disagree. */
function checkOrder(trials: readonly Trial[]): string[] {
  const begin = new Set(trials.slice(0, TRIALS).map(({ outcome }) => outcome));
  return trials.length > TRIALS && begin.size === 1
    ? [`it has ${trials.length} trials, though the first ${TRIALS} agreed`]
    : [];
}

function checkTrial(context: CellContext, trial: Trial): string[] {
  const { remedy, versions } = context;
  const applies = mayApply(remedy, versions);
  if (trial.outcome !== 'not-applicable') {
    const late = applies ? [] : ['it was tried in versions that entry.yaml excludes (since, until)'];
    return [...late, ...checkSteps(remedy, trial), ...checkOutcome(context, trial)];
  }
  return [
    ...(trial.steps.length > 0 ? ['it is not-applicable, yet steps were run'] : []),
    ...(applies
      ? ['it is not-applicable, but entry.yaml does not exclude these versions (since, until)']
      : []),
  ];
}

function checkSteps(remedy: Remedy, { outcome, steps }: Trial): string[] {
  const wanted = remedy.steps.filter(({ kind }) => kind !== 'manual');
  if (steps.some(({ id }, index) => wanted[index]?.id !== id))
    return ['its steps are not those of entry.yaml, in their order'];
  const failed = steps.findIndex(({ exit }, index) => isFailure(wanted[index], exit));
  if (failed !== -1 && failed < steps.length - 1)
    return [`it went on after step ${steps[failed]?.id} had failed`];
  // Time may be over after any step, and the last one may have ended the whole machine.
  const cut = outcome === 'timeout' || outcome === 'harmful' || steps.at(-1)?.exit === null;
  if (failed !== -1 || cut || steps.length === wanted.length) return [];
  return [`it is ${outcome}, though only ${steps.length} of ${wanted.length} steps ran and none failed`];
}

/** Whether a step ended a remedy: one that only looks never does. */
function isFailure(step: Step | undefined, exit: number | null): boolean {
  const looks = step?.kind === 'run' && step.look;
  return !looks && exit !== null && exit !== 0;
}

function checkOutcome({ scenario, excerpts }: CellContext, trial: Trial): string[] {
  const { outcome, excerpt } = trial;
  const told = outcome === 'not-fixed' || outcome === 'relapsed';
  if (told && !excerpts.shows(excerpt)) return [`it is ${outcome}, but the excerpt shows no signature`];
  if (outcome === 'harmful' && scenario?.harm === null)
    return ['it is harmful, but lab.yaml says nothing of harm'];
  // Where logs are read, the error may stand there although the program ended well.
  const clean = outcome === 'new-error' || (outcome === 'fixed' && scenario?.reads.length === 0);
  return clean && excerpts.surelyShows(excerpt)
    ? [`it is ${outcome}, but the excerpt shows a signature`]
    : [];
}
