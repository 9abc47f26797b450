import type { Entry } from '../../entry/entry.ts';
import type { PublishedCause } from '../schema/entry.ts';

/** Join each cause of an entry with what the lab knows of it, in page order. */
export function causesToJson(entry: Entry): PublishedCause[] {
  return Object.entries(entry.facts.causes).map(([id, cause]) => {
    const rates = entry.rates.causes[id];
    return {
      id,
      tell: cause.tell,
      weight: entry.rates.weights[id] ?? 0,
      signatures: rates?.signatures ?? [],
      best: rates?.best ?? null,
      reproducedIn: rates?.reproduced ?? [],
      notReproducedIn: rates?.notReproduced ?? [],
      notApplicableIn: rates?.notApplicable ?? [],
    };
  });
}
