import { formatResults } from '../../entry/results-file.ts';
import { resolveScenario, type Scenario } from '../../entry/scenario.ts';
import type { CauseResult } from '../../entry/schema/results.ts';
import { splitSignature } from '../../entry/signature-pattern.ts';
import { type ResultsContext, resultsRule } from '../context.ts';
import { atResult } from '../places.ts';
import { type ExcerptReader, readExcerpts } from '../results/excerpt.ts';
import { checkCellSound, mayApply } from '../results/trials.ts';

/** Something that the lab cannot have written, and where it stands in the file. */
interface Finding {
  path: readonly string[];
  message: string;
}

export const soundResults = resultsRule({
  name: 'sound-results',
  description: 'Each outcome is one that the lab can have seen: its steps, excerpt and tells bear it out.',
  check: (entry) => {
    const tip = `the file is written by the lab alone: run \`npm run lab -- ${entry.id} --fresh\``;
    const excerpts = readExcerpts(entry.facts);
    const findings = [
      ...checkFuture(entry),
      ...checkVersions(entry),
      ...everyPlace(entry).flatMap(([cause, environment, result]) =>
        checkPlace(entry, cause, environment, result, excerpts).map(({ path, message }) => ({
          path: ['causes', cause, environment, ...path],
          message: `${cause} in ${environment}: ${message}`,
        })),
      ),
    ];
    const all = findings.length === 0 ? checkForm(entry) : findings;
    return all.map(({ path, message }) => atResult(entry, path, message, tip));
  },
});

function everyPlace({ results }: ResultsContext): [string, string, CauseResult][] {
  return Object.entries(results.causes).flatMap(([cause, environments]) =>
    Object.entries(environments).map(([id, result]): [string, string, CauseResult] => [cause, id, result]),
  );
}

/** What the lab writes reads back as the same bytes, so that anything else was changed by hand. */
function checkForm({ results, files }: ResultsContext): Finding[] {
  const text = files.texts['lab.results.json']?.replaceAll('\r\n', '\n');
  if (text === formatResults(results)) return [];
  return [{ path: [], message: 'the file does not stand as the lab writes it' }];
}

function checkFuture({ results, today }: ResultsContext): Finding[] {
  if (results.date <= today) return [];
  return [{ path: ['date'], message: `the results are of ${results.date}, which is in the future` }];
}

function checkVersions({ lab, results }: ResultsContext): Finding[] {
  return Object.entries(results.environments)
    .filter(([id]) => lab?.environments.some((environment) => environment.id === id))
    .filter(([, { versions }]) => Object.values(versions).every((version) => version === ''))
    .map(([id]) => ({
      path: ['environments', id],
      message: `no version of any tool is recorded for ${id}`,
    }));
}

function checkPlace(
  entry: ResultsContext,
  cause: string,
  environment: string,
  result: CauseResult,
  excerpts: ExcerptReader,
): Finding[] {
  const here = (message: string): Finding => ({ path: [], message });
  const unless = entry.lab?.causes[cause]?.unless ?? null;
  const versions = entry.results.environments[environment]?.versions ?? {};
  if (result.outcome !== 'reproduced') return checkAbsent(result, unless, versions).map(here);
  const scenario = scenarioOf(entry, cause, environment);
  const cells = Object.entries(result.remedies).flatMap(([id, cell]) => {
    const remedy = entry.facts.remedies[id];
    if (remedy === undefined) return [];
    const complaints = checkCellSound({ scenario, remedy, excerpts, versions }, cell);
    return complaints.map((text) => ({ path: ['remedies', id], message: `${id}: ${text}` }));
  });
  const own = [
    ...(excerpts.shows(result.excerpt) ? [] : ['it is reproduced, but the excerpt shows no signature']),
    ...(mayApply({ unless }, versions)
      ? []
      : ['it is reproduced in versions that lab.yaml excludes (unless)']),
    ...checkCaptures(entry, result),
  ];
  return [...own.map(here), ...checkTell(entry, result), ...cells];
}

function scenarioOf({ lab }: ResultsContext, cause: string, environmentId: string): Scenario | null {
  const environment = lab?.environments.find(({ id }) => id === environmentId);
  if (!lab || environment === undefined || lab.causes[cause] === undefined) return null;
  return resolveScenario(lab, environment, cause);
}

function checkAbsent(
  { outcome, signature, tell }: CauseResult,
  unless: Readonly<Record<string, string>> | null,
  versions: Readonly<Record<string, string>>,
): string[] {
  const complaints: string[] = [];
  if (signature !== null || tell !== null)
    complaints.push(`it is ${outcome}, yet a signature or a tell is recorded`);
  const applies = mayApply({ unless }, versions);
  if (outcome === 'not-applicable' && applies)
    complaints.push('it is not-applicable, but lab.yaml does not exclude these versions (unless)');
  if (outcome === 'not-reproduced' && !applies)
    complaints.push('it was tried in versions that lab.yaml excludes (unless)');
  return complaints;
}

/** Each placeholder of the wording that was seen stood for something; those not declared are complained about elsewhere. */
function checkCaptures({ facts }: ResultsContext, { signature, captures }: CauseResult): string[] {
  const names = splitSignature(signature ?? '').flatMap((part) =>
    part.kind === 'placeholder' ? [part.name] : [],
  );
  const missing = [...new Set(names)].filter(
    (name) => facts.placeholders[name] !== undefined && captures[name] === undefined,
  );
  return missing.length === 0 ? [] : [`nothing is recorded for {${missing.join('}, {')}} of its wording`];
}

function checkTell({ facts }: ResultsContext, { tell }: CauseResult): Finding[] {
  if (tell === null) return [];
  const complaints: string[] = [];
  const wanted = Object.keys(facts.causes).filter((id) => facts.causes[id]?.tell !== null);
  const tried = tell.tried.map(({ cause }) => cause);
  if (tried.join() !== wanted.join())
    complaints.push(
      `the tells tried are ${tried.join(', ') || 'none'}, not those of entry.yaml in their order`,
    );
  for (const { cause, holds, exit } of tell.tried) {
    if (holds && exit !== 0)
      complaints.push(`the tell of ${cause} is said to hold, but it ended with ${exit}`);
  }
  const first = tell.tried.find(({ holds }) => holds)?.cause ?? null;
  if (first !== tell.names)
    complaints.push(
      `the tells are said to name ${tell.names ?? 'nothing'}, but ${first ?? 'none'} held first`,
    );
  return complaints.map((message) => ({ path: ['tell'], message }));
}
