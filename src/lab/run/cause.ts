import { scenarioDigest, tellDigest } from '../../entry/scenario.ts';
import type { CauseResult } from '../../entry/schema/results.ts';
import { tryCause } from '../trial/cause.ts';
import type { Place } from './place.ts';
import { tryOnce } from './timed.ts';

/** How often a cause is brought about before it counts as one that does not show here. */
const ATTEMPTS = 3;

/** Bring the cause about and try the tells, unless the last run did the same. */
export async function causeResult(place: Place): Promise<CauseResult> {
  const { entry, scenario, previous } = place;
  const digest = scenarioDigest(scenario);
  const tells = tellDigest(scenario, entry.facts);
  const known = previous?.digest === digest && (previous.tell === null || previous.tell.digest === tells);
  if (known && previous !== null) return { ...previous, remedies: {} };
  const { reproduced, tell, ...seen } = await attemptCause(place);
  return {
    outcome: reproduced ? ('reproduced' as const) : ('not-reproduced' as const),
    digest,
    signature: seen.signature,
    captures: seen.captures,
    exit: seen.exit,
    excerpt: seen.excerpt,
    tell: tell === null ? null : { digest: tells, ...tell },
    remedies: {},
  };
}

async function attemptCause(place: Place): ReturnType<typeof tryCause> {
  const { scenario, entry, provisioned, setting } = place;
  const { signatures, placeholders, causes } = entry.facts;
  const all = [scenarioDigest(scenario), tellDigest(scenario, entry.facts), scenario.harm, signatures];
  for (let attempt = 1; ; attempt++) {
    const key = ['cause', ...all, placeholders, provisioned.packages, attempt];
    const seen = await tryOnce(place, undefined, key, () => tryCause(setting, causes));
    if (seen.reproduced || attempt >= ATTEMPTS) return seen;
  }
}
