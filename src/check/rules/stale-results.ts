import { type Digests, digestCause } from '../../entry/scenario.ts';
import type { Facts } from '../../entry/schema/facts.ts';
import type { CauseResult } from '../../entry/schema/results.ts';
import { type Complaint, type ResultsContext, resultsRule } from '../context.ts';
import { atResult } from '../places.ts';

export const staleResults = resultsRule({
  name: 'stale-results',
  description: 'Results are of the steps, tells and scenarios as they are now.',
  check: (entry) => Object.keys(entry.results.causes).flatMap((cause) => checkCause(entry, cause)),
});

/** Say in which environments something has changed since one cause was tried there. */
function checkCause(entry: ResultsContext, cause: string): Complaint[] {
  const { id, facts, lab, results } = entry;
  // Ids that lab.yaml does not have are complained about elsewhere.
  if (lab === null || lab.causes[cause] === undefined) return [];
  const digestsIn = digestCause(lab, facts, cause);
  return Object.entries(results.causes[cause] ?? {}).flatMap(([environmentId, result]) => {
    const environment = lab.environments.find((one) => one.id === environmentId);
    if (environment === undefined) return [];
    const stale = findStale(result, digestsIn(environment), facts);
    if (stale.length === 0) return [];
    const message = `the results of ${cause} in ${environmentId} are older than what they measured: ${stale.join(', ')}`;
    const tip = `run \`npm run lab -- ${id}\``;
    return [atResult(entry, ['causes', cause, environmentId], message, tip)];
  });
}

function findStale(result: CauseResult, digests: Digests, facts: Facts): string[] {
  const stale = result.digest === digests.scenario ? [] : ['the scenario'];
  if (result.tell !== null && result.tell.digest !== digests.tell) stale.push('the tells');
  for (const [remedy, cell] of Object.entries(result.remedies)) {
    if (facts.remedies[remedy] !== undefined && cell.digest !== digests.cell(remedy)) stale.push(remedy);
  }
  return stale;
}
