import { cellDigests, resolveScenario, scenarioDigest, tellDigest } from '../../entry/scenario.ts';
import { type Complaint, type ResultsContext, resultsRule } from '../context.ts';
import { atResult } from '../places.ts';

export const staleResults = resultsRule({
  name: 'stale-results',
  description: 'Results are of the steps, tells and scenarios as they are now.',
  check: (entry) =>
    Object.keys(entry.results.causes).flatMap((cause) =>
      Object.keys(entry.results.causes[cause] ?? {}).flatMap((environment): Complaint[] => {
        const stale = findStale(entry, cause, environment);
        if (stale.length === 0) return [];
        const message = `the results of ${cause} in ${environment} are older than what they measured: ${stale.join(', ')}`;
        const tip = `run \`npm run lab -- ${entry.id}\``;
        return [atResult(entry, ['causes', cause, environment], message, tip)];
      }),
    ),
});

/** List what has changed since one cause was tried in one environment. */
function findStale(entry: ResultsContext, cause: string, environmentId: string): string[] {
  const { facts, lab, results } = entry;
  const result = results.causes[cause]?.[environmentId];
  const environment = lab?.environments.find(({ id }) => id === environmentId);
  // Ids that lab.yaml does not have are complained about elsewhere.
  if (result === undefined || lab === null || environment === undefined || lab.causes[cause] === undefined) {
    return [];
  }
  const scenario = resolveScenario(lab, environment, cause);
  const stale = result.digest === scenarioDigest(scenario) ? [] : ['the scenario'];
  if (result.tell !== null && result.tell.digest !== tellDigest(scenario, facts)) stale.push('the tells');
  const digestOf = cellDigests(scenario, facts, lab);
  for (const [remedy, cell] of Object.entries(result.remedies)) {
    if (facts.remedies[remedy] === undefined) continue;
    if (cell.digest !== digestOf(remedy)) stale.push(remedy);
  }
  return stale;
}
