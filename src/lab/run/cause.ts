import { scenarioDigest, tellDigest } from '../../entry/scenario.ts';
import type { CauseResult } from '../../entry/schema/results.ts';
import { tryCause } from '../trial/cause.ts';
import type { Place } from './place.ts';

/** How often a cause is brought about before it counts as one that does not show here. */
const ATTEMPTS = 3;

/** Bring the cause about and try the tells, unless the last run did the same. */
export async function causeResult(place: Place): Promise<CauseResult> {
  const { entry, options, scenario, previous } = place;
  const digest = scenarioDigest(scenario);
  const tells = tellDigest(scenario, entry.facts);
  const known = previous?.digest === digest && (previous.tell === null || previous.tell.digest === tells);
  if (known && previous !== null) return { ...previous, remedies: {} };
  const key = ['cause', digest, tells, place.provisioned.packages, scenario.harm];
  return options.journal.once(key, async () => {
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
  });
}

async function attemptCause(place: Place): ReturnType<typeof tryCause> {
  for (let attempt = 1; ; attempt++) {
    const seen = await place.options.jobs.run(() => tryCause(place.setting, place.entry.facts.causes));
    if (seen.reproduced || attempt >= ATTEMPTS) return seen;
  }
}
