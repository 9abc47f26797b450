import type { Card } from '../../entry/collection/card.ts';
import { oncePer } from '../../layouts/once.ts';

/** The last run of the lab on one entry. */
export interface Event {
  /** ISO 8601 date. */
  date: string;
  card: Card;
}

/** List the last runs of all entries, the newest first; on one day by id. */
export const listEvents = oncePer((cards: readonly Card[]): Event[] => {
  const events = cards.flatMap((card): Event[] =>
    card.measured === null ? [] : [{ date: card.measured, card }],
  );
  return events.sort((a, b) => b.date.localeCompare(a.date) || (a.card.id < b.card.id ? -1 : 1));
});
