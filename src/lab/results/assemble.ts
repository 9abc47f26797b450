import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { excerptsOf, formatResults } from '../../entry/results-file.ts';
import type { Facts } from '../../entry/schema/facts.ts';
import type { Lab } from '../../entry/schema/lab.ts';
import {
  type CauseResult,
  type CellResult,
  type LabResults,
  RESULTS_SCHEMA,
} from '../../entry/schema/results.ts';
import { refreshExcerpt } from './excerpt.ts';
import { keepExcerpts } from './keep.ts';
import { sameTools } from './same-tools.ts';

type Environments = LabResults['environments'];
type Causes = LabResults['causes'];

/**
 * Join what this run saw with what the last one left, in the order of entry.yaml and lab.yaml. Remedies
 * that left entry.yaml keep their results until they are listed under `dropped`.
 *
 * @param date of today; it counts if anything differs from the last results.
 * @param anew whether all of it was measured now, so that the date counts in any case.
 */
export function assembleResults(
  entry: string,
  facts: Facts,
  lab: Lab,
  seen: { environments: Environments; causes: Causes },
  previous: LabResults | null,
  date: string,
  anew = false,
): LabResults {
  const environments: Environments = {};
  const causes: Causes = {};
  for (const { id } of lab.environments) {
    const before = previous?.environments[id];
    const now = seen.environments[id] ?? before;
    if (now !== undefined) environments[id] = before !== undefined && sameTools(before, now) ? before : now;
  }
  for (const cause of Object.keys(facts.causes)) {
    for (const { id } of lab.environments) {
      const old = previous?.causes[cause]?.[id];
      const result = seen.causes[cause]?.[id] ?? (lab.causes[cause] === undefined ? undefined : old);
      if (result === undefined) continue;
      causes[cause] ??= {};
      const same = sameTools(environments[id], previous?.environments[id]);
      const remedies = orderRemedies(facts, result, old);
      causes[cause][id] = same ? keepExcerpts({ ...result, remedies }, old) : { ...result, remedies };
    }
  }
  dropUnused(environments, causes);
  const results: LabResults = structuredClone({ schema: RESULTS_SCHEMA, entry, date, environments, causes });
  for (const place of excerptsOf(results)) place.excerpt = refreshExcerpt(place.excerpt);
  const same =
    previous !== null && formatResults({ ...results, date: previous.date }) === formatResults(previous);
  return same && !anew ? { ...results, date: previous.date } : results;
}

/** Leave out the tools of environments in which nothing is left that was run with them. */
function dropUnused(environments: Environments, causes: Causes): void {
  for (const id of Object.keys(environments)) {
    const outcomes = Object.values(causes).flatMap((cause) => cause[id]?.outcome ?? []);
    if (outcomes.length > 0 && outcomes.every((outcome) => outcome === 'not-run')) delete environments[id];
  }
}

function orderRemedies(
  facts: Facts,
  result: CauseResult,
  old: CauseResult | undefined,
): Record<string, CellResult> {
  const ordered: Record<string, CellResult> = {};
  const all =
    old?.outcome === 'reproduced' && result.outcome === 'reproduced'
      ? { ...old.remedies, ...result.remedies }
      : result.remedies;
  for (const id of Object.keys(facts.remedies)) {
    const cell = all[id];
    if (cell !== undefined) ordered[id] = cell;
  }
  for (const [id, cell] of Object.entries(all)) {
    if (facts.remedies[id] === undefined && facts.dropped[id] === undefined) ordered[id] = cell;
  }
  return ordered;
}

/**
 * Write lab.results.json unless it is the same already.
 *
 * @returns whether the file changed.
 */
export async function writeResults(folder: string, results: LabResults): Promise<boolean> {
  const path = join(folder, 'lab.results.json');
  const text = formatResults(results);
  if ((await readFile(path, 'utf8').catch(() => null)) === text) return false;
  // Where a link stands at that place, it is replaced: what it leads to is not written.
  const draft = `${path}.${process.pid}.part`;
  await writeFile(draft, text, { flag: 'wx' });
  await rename(draft, path);
  return true;
}
