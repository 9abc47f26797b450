import type { Card } from '../entry/collection/card.ts';

/** What links to an entry show of it. */
export type Neighbour = Pick<Card, 'id' | 'headline'>;

/** The entries before and after one in the list of its domain. */
export interface Neighbours {
  before: Neighbour | undefined;
  after: Neighbour | undefined;
}

/**
 * Find the neighbours of every entry, in one pass over the domains. Withdrawn entries are nobody's
 * neighbours, but have some.
 *
 * @param domains domain to its cards, sorted by id
 * @returns entry id to its neighbours
 */
export function mapNeighbours(domains: ReadonlyMap<string, readonly Card[]>): Map<string, Neighbours> {
  const all = new Map<string, Neighbours>();
  for (const cards of domains.values()) {
    let before: Neighbour | undefined;
    for (const card of cards) {
      all.set(card.id, { before, after: undefined });
      if (card.withdrawn === null) before = toNeighbour(card);
    }
    let after: Neighbour | undefined;
    for (const card of cards.toReversed()) {
      all.set(card.id, { before: all.get(card.id)?.before, after });
      if (card.withdrawn === null) after = toNeighbour(card);
    }
  }
  return all;
}

function toNeighbour({ id, headline }: Card): Neighbour {
  return { id, headline };
}
