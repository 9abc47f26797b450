import type { Card } from '../../entry/collection/card.ts';
import type { PageRef } from '../../i18n/routes.ts';

/** A list of errors. */
export type ListRef = Extract<PageRef, { page: 'errors' | 'domain' | 'facet' }>;

/** Entries that stood in a list until they were withdrawn. They keep their pages, which say why. */
export function withdrawnFrom(list: ListRef, published: readonly Card[]): Card[] {
  return published.filter((card) => card.withdrawn !== null && belongsTo(list, card));
}

function belongsTo(list: ListRef, card: Card): boolean {
  if (list.page === 'errors') return true;
  if (list.page === 'domain') return card.domain === list.domain;
  return list.facet === 'tag' ? card.tags.includes(list.value) : card[list.facet] === list.value;
}
