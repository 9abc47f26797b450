import { cellDigest, resolveScenario, scenarioDigest, tellDigest } from '../../entry/scenario.ts';
import type { LabEnvironment } from '../../entry/schema/lab.ts';
import type { Remedy } from '../../entry/schema/remedy.ts';
import type { LabEntry } from '../read.ts';

/** Tell whether the last run left a result with the same digest for all that is wanted. */
export function isSettled(
  { facts, lab, previous }: LabEntry,
  environment: LabEnvironment,
  causes: readonly string[],
  remedies: ReadonlySet<string> | null,
): boolean {
  return causes.every((cause) => {
    const scenario = resolveScenario(lab, environment, cause);
    const result = previous?.causes[cause]?.[environment.id];
    if (result?.digest !== scenarioDigest(scenario) || result.outcome === 'not-run') return false;
    if (result.outcome !== 'reproduced') return true;
    if (result.tell?.digest !== tellDigest(scenario, facts)) return false;
    return Object.entries(facts.remedies).every(
      ([id, remedy]) =>
        isTold(remedy) ||
        (remedies !== null && !remedies.has(id)) ||
        result.remedies[id]?.digest === cellDigest(scenario, facts, lab, id),
    );
  });
}

/** Tell whether a remedy is told in prose alone, so that there is nothing to run. */
export function isTold(remedy: Remedy): boolean {
  return remedy.steps.every(({ kind }) => kind === 'manual');
}
