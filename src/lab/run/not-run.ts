import { resolveScenario, scenarioDigest } from '../../entry/scenario.ts';
import type { LabEnvironment } from '../../entry/schema/lab.ts';
import type { CauseResult } from '../../entry/schema/results.ts';
import type { LabEntry } from '../read.ts';

/**
 * Say of a cause that it was not run in an environment, and why. What the last run saw of the same
 * scenario stays: then the answer is null.
 *
 * @param why one sentence.
 */
export function notRun(
  { lab, previous }: LabEntry,
  environment: LabEnvironment,
  cause: string,
  why: string,
): CauseResult | null {
  const digest = scenarioDigest(resolveScenario(lab, environment, cause));
  const known = previous?.causes[cause]?.[environment.id];
  if (known !== undefined && known.outcome !== 'not-run' && known.digest === digest) return null;
  return {
    outcome: 'not-run',
    digest,
    signature: null,
    captures: {},
    exit: null,
    excerpt: why,
    tell: null,
    remedies: {},
  };
}
