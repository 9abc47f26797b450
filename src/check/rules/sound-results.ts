import { resolveScenario } from '../../entry/scenario.ts';
import type { Remedy } from '../../entry/schema/remedy.ts';
import { type CauseResult, type CellResult, TRIALS, type Trial } from '../../entry/schema/results.ts';
import type { Step } from '../../entry/schema/step.ts';
import { compileSignatures, type SignatureMatcher } from '../../entry/signature-pattern.ts';
import { type Complaint, type ResultsContext, resultsRule } from '../context.ts';
import { atStart } from '../places.ts';

export const soundResults = resultsRule({
  name: 'sound-results',
  description: 'Each outcome is one that the lab can have seen: its steps, excerpt and tells bear it out.',
  check: (entry) => {
    const matcher = excerptMatcher(entry);
    const tip = `the file is written by the lab alone: run \`npm run lab -- ${entry.id} --fresh\``;
    const places = Object.entries(entry.results.causes).flatMap(([cause, environments]) =>
      Object.entries(environments).flatMap(([environment, result]) =>
        checkPlace(entry, cause, environment, result, matcher).map(
          (message) => `${cause} in ${environment}: ${message}`,
        ),
      ),
    );
    return [...missingVersions(entry), ...places].map(
      (message): Complaint => atStart(entry.resultsFile, message, tip),
    );
  },
});

/** Excerpts are normalised: a port may read `<port>` there, so that any text stands for a placeholder. */
function excerptMatcher({ facts }: ResultsContext): SignatureMatcher {
  const placeholders = Object.entries(facts.placeholders).map(([name, placeholder]) => [
    name,
    { ...placeholder, kind: 'text' as const },
  ]);
  return compileSignatures(facts.signatures, Object.fromEntries(placeholders));
}

function missingVersions({ results }: ResultsContext): string[] {
  const used = new Set(
    Object.values(results.causes).flatMap((cause) =>
      Object.entries(cause).flatMap(([id, { outcome }]) => (outcome === 'not-run' ? [] : [id])),
    ),
  );
  return Object.entries(results.environments)
    .filter(
      ([id, { versions }]) => used.has(id) && Object.values(versions).every((version) => version === ''),
    )
    .map(([id]) => `no version of any tool is recorded for ${id}`);
}

function checkPlace(
  entry: ResultsContext,
  cause: string,
  environment: string,
  result: CauseResult,
  matcher: SignatureMatcher,
): string[] {
  if (result.outcome !== 'reproduced') return checkAbsent(entry, cause, result);
  const shown = matcher.match(result.excerpt) === null ? ['its excerpt shows no signature'] : [];
  const harm = mayHarm(entry, cause, environment);
  const cells = Object.entries(result.remedies).flatMap(([id, cell]) => {
    const remedy = entry.facts.remedies[id];
    if (remedy === undefined) return [];
    return [...checkOrder(cell), ...checkTrials(remedy, cell, matcher, harm)].map((text) => `${id}: ${text}`);
  });
  return [...shown, ...checkTell(result), ...cells];
}

function checkAbsent({ lab }: ResultsContext, cause: string, result: CauseResult): string[] {
  const complaints: string[] = [];
  if (result.signature !== null || result.tell !== null)
    complaints.push(`it is ${result.outcome}, yet a signature or a tell is recorded`);
  const excluded = lab?.causes[cause]?.unless !== undefined;
  if (result.outcome === 'not-applicable' && lab !== null && !excluded)
    complaints.push('it is not-applicable, but lab.yaml excludes no version (unless)');
  return complaints;
}

function mayHarm({ lab }: ResultsContext, cause: string, environmentId: string): boolean {
  const environment = lab?.environments.find(({ id }) => id === environmentId);
  if (lab === null || environment === undefined || lab.causes[cause] === undefined) return true;
  return resolveScenario(lab, environment, cause).harm !== null;
}

function checkTell({ tell }: CauseResult): string[] {
  if (tell === null) return [];
  const first = tell.tried.find(({ holds }) => holds)?.cause ?? null;
  if (first === tell.names) return [];
  return [`the tells are said to name ${tell.names ?? 'nothing'}, but ${first ?? 'none'} held first`];
}

/** A third trial is made only where the first two disagree. */
function checkOrder({ trials }: CellResult): string[] {
  const begin = new Set(trials.slice(0, TRIALS).map(({ outcome }) => outcome));
  return trials.length > TRIALS && begin.size === 1
    ? [`it has ${trials.length} trials, though the first ${TRIALS} agreed`]
    : [];
}

function checkTrials(remedy: Remedy, cell: CellResult, matcher: SignatureMatcher, harm: boolean): string[] {
  const complaints = cell.trials.flatMap((trial) => checkTrial(remedy, trial, matcher, harm));
  return [...new Set(complaints)];
}

function checkTrial(
  remedy: Remedy,
  { outcome, steps, excerpt }: Trial,
  matcher: SignatureMatcher,
  harm: boolean,
): string[] {
  if (outcome === 'not-applicable') {
    if (steps.length > 0) return ['it is not-applicable, yet steps were run'];
    return remedy.since === null && remedy.until === null
      ? ['it is not-applicable, but entry.yaml limits it to no versions (since, until)']
      : [];
  }
  const complaints: string[] = [];
  const wanted = remedy.steps.filter(({ kind }) => kind !== 'manual');
  const inOrder = steps.every(({ id }, index) => wanted[index]?.id === id);
  if (!inOrder) complaints.push('its steps are not those of entry.yaml, in their order');
  const failed = inOrder && steps.some(({ exit }, index) => isFailure(wanted[index], exit));
  if (inOrder && !failed && steps.length < wanted.length && outcome !== 'timeout' && outcome !== 'harmful')
    complaints.push(
      `it is ${outcome}, though only ${steps.length} of ${wanted.length} steps ran and none failed`,
    );
  if (outcome === 'fixed' && failed) complaints.push('it is fixed, though a step failed');
  if ((outcome === 'not-fixed' || outcome === 'relapsed') && matcher.match(excerpt) === null)
    complaints.push(`it is ${outcome}, but the excerpt shows no signature`);
  if (outcome === 'harmful' && !harm) complaints.push('it is harmful, but lab.yaml says nothing of harm');
  return complaints;
}

/** Whether a step ended a remedy: one that only looks never does. */
function isFailure(step: Step | undefined, exit: number | null): boolean {
  const looks = step?.kind === 'run' && step.look;
  return !looks && exit !== null && exit !== 0;
}
