import type { Entry } from '../entry/entry.ts';
import type { RemedyRates } from '../entry/rates.ts';
import type { Facts } from '../entry/schema/facts.ts';
import type { Remedy } from '../entry/schema/remedy.ts';

/** A remedy with its figures. */
export interface RatedRemedy {
  id: string;
  remedy: Remedy;
  rates: RemedyRates;
}

/** List the remedies of an entry as its page does: workarounds, the best first, then dead ends. */
export function remediesInOrder(entry: Entry): RatedRemedy[] {
  const { workarounds, deadEnds } = entry.rates.order;
  return [...workarounds, ...deadEnds].map((id) => {
    const remedy = entry.facts.remedies[id];
    const rates = entry.rates.remedies[id];
    if (remedy === undefined || rates === undefined) {
      throw new Error(`${entry.id}: the rates name the remedy "${id}", which the facts do not have`);
    }
    return { id, remedy, rates };
  });
}

/** Date of the last change of an entry, ISO 8601; null where that is not recorded yet. */
export function changedOn({ revision, history }: Pick<Entry, 'revision' | 'history'>): string | null {
  const [last] = history;
  return last?.revision === revision ? last.date : null;
}

/** Map each placeholder of an entry to its example. */
export function exampleValues(facts: Facts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts.placeholders).map(([name, placeholder]) => [name, placeholder.example]),
  );
}
