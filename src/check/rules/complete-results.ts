import type { Lab, LabEnvironment } from '../../entry/schema/lab.ts';
import { MOVING_SUITE } from '../../entry/schema/lab-environment.ts';
import type { Remedy } from '../../entry/schema/remedy.ts';
import type { CauseResult, CellResult } from '../../entry/schema/results.ts';
import { TRIALS, TRIALS_WHERE_THEY_DISAGREE } from '../../entry/schema/results.ts';
import { type Complaint, type ResultsContext, resultsRule } from '../context.ts';
import { atResult } from '../places.ts';

/** What is missing or too much, and where in the file. */
interface Finding {
  path: readonly string[];
  message: string;
}

export const completeResults = resultsRule({
  name: 'complete-results',
  description:
    'Every cause that lab.yaml brings about was tried in every environment, with every remedy, often enough.',
  check: (entry) => {
    const tip = `run \`npm run lab -- ${entry.id}\``;
    return [...missingPlaces(entry), ...unknownNames(entry), ...everyPlace(entry)].map(
      ({ path, message }): Complaint => atResult(entry, path, message, tip),
    );
  },
});

function missingPlaces({ facts, lab, results }: ResultsContext): Finding[] {
  if (lab === null) return [];
  const causes = Object.keys(lab.causes).filter((cause) => facts.causes[cause] !== undefined);
  return causes.flatMap((cause) => {
    const missing = lab.environments
      .filter((environment) => {
        const result = results.causes[cause]?.[environment.id];
        return result === undefined || (result.outcome === 'not-run' && !mayBeMissing(environment, lab));
      })
      .map(({ id }) => id);
    if (missing.length === 0) return [];
    return [{ path: ['causes', cause], message: `${cause} was not tried in ${missing.join(', ')}` }];
  });
}

/**
 * Tell whether an environment is one that not every machine can have at any time: programs of a host, or a
 * suite that moves. The page says that it was not run. Without another one the entry would be measured in
 * none.
 */
function mayBeMissing(environment: LabEnvironment, lab: Lab): boolean {
  const isExtra = ({ debian, host }: LabEnvironment): boolean =>
    host !== undefined || debian === MOVING_SUITE;
  return isExtra(environment) && !lab.environments.every(isExtra);
}

/** List what stands in the results of a cause that was not run although nothing can be known of it. */
function checkNotRun({ excerpt, tell, remedies }: CauseResult): string[] {
  return [
    ...(excerpt === '' ? ['it was not run, and nothing says why'] : []),
    ...(tell === null && Object.keys(remedies).length === 0 ? [] : ['it was not run, but there are trials']),
  ];
}

function unknownNames({ facts, lab, results }: ResultsContext): Finding[] {
  const causes = Object.keys(results.causes).filter((id) => facts.causes[id] === undefined);
  const tried = Object.values(results.causes).flatMap((cause) => Object.keys(cause));
  const run = Object.values(results.causes).flatMap((cause) =>
    Object.keys(cause).filter((id) => cause[id]?.outcome !== 'not-run'),
  );
  const known = lab?.environments.map(({ id }) => id) ?? Object.keys(results.environments);
  const environments = [...Object.keys(results.environments), ...tried].filter((id) => !known.includes(id));
  return [
    ...causes.map((id) => ({
      path: ['causes', id],
      message: `there are results for ${id}, which is no cause of entry.yaml`,
    })),
    ...[...new Set(environments)].map((id) => ({
      path: ['environments', id],
      message: `there are results in ${id}, which is no environment of lab.yaml`,
    })),
    ...[...new Set(run)]
      .filter((id) => results.environments[id] === undefined)
      .map((id) => ({ path: ['environments'], message: `the versions of ${id} are missing` })),
  ];
}

function everyPlace(entry: ResultsContext): Finding[] {
  return Object.entries(entry.results.causes).flatMap(([cause, environments]) =>
    Object.entries(environments).flatMap(([environment, result]) =>
      checkPlace(entry, result).map(({ path, message }) => ({
        path: ['causes', cause, environment, ...path],
        message: `${cause} in ${environment}: ${message}`,
      })),
    ),
  );
}

function checkPlace({ facts }: ResultsContext, result: CauseResult): Finding[] {
  const here = (message: string): Finding => ({ path: [], message });
  const cells = Object.entries(result.remedies);
  if (result.outcome === 'not-run') return checkNotRun(result).map(here);
  if (result.outcome !== 'reproduced') {
    return cells.length === 0 ? [] : [here('remedies were tried though it was not reproduced')];
  }
  const texts = facts.signatures.filter(({ composed }) => !composed).map(({ text }) => text);
  const signature =
    result.signature !== null && texts.some((text) => text.trim() === result.signature?.trim())
      ? []
      : ['it was reproduced with a wording that is no signature of entry.yaml'];
  const captures = Object.keys(result.captures)
    .filter((name) => facts.placeholders[name] === undefined)
    .map((name) => `it captured {${name}}, which is not declared`);
  const untried = Object.entries(facts.remedies)
    .filter(([id, remedy]) => !isTold(remedy) && result.remedies[id] === undefined)
    .map(([id]) => id);
  const missing = untried.length === 0 ? [] : [`these remedies were not tried: ${untried.join(', ')}`];
  const tell = result.tell === null ? ['the tells were not tried'] : [];
  return [
    ...[...signature, ...captures, ...tell, ...missing].map(here),
    ...cells.flatMap(([id, cell]) =>
      checkCell(id, cell).map((message) => ({ path: ['remedies', id], message })),
    ),
  ];
}

function checkCell(id: string, { trials, unsteady }: CellResult): string[] {
  const outcomes = new Set(trials.map(({ outcome }) => outcome));
  const differ = outcomes.size > 1;
  const complaints: string[] = [];
  if (unsteady !== differ)
    complaints.push(`${id} is ${unsteady ? '' : 'not '}marked unsteady, but its trials say otherwise`);
  if (outcomes.has('not-applicable')) {
    return differ ? [...complaints, `${id} both applies and does not`] : complaints;
  }
  const wanted = differ ? TRIALS_WHERE_THEY_DISAGREE : TRIALS;
  if (trials.length !== wanted) complaints.push(`${id} has ${trials.length} trials instead of ${wanted}`);
  return complaints;
}

/** A remedy told in prose alone has nothing to run. */
function isTold({ steps }: Remedy): boolean {
  return steps.every(({ kind }) => kind === 'manual');
}
