import type { Card } from '../../entry/collection/card.ts';
import { oncePer } from '../../layouts/once.ts';

/** What can have happened to an entry on a day. */
export const EVENT_KINDS = ['measured'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What happened to one entry on one day. */
export interface Event {
  /** ISO 8601 date. */
  date: string;
  kinds: EventKind[];
  card: Card;
}

/** List what happened to the entries, the newest first; on one day by id. */
export const listEvents = oncePer((cards: readonly Card[]): Event[] => {
  const events = cards.flatMap((card): Event[] =>
    card.measured === null ? [] : [{ date: card.measured, kinds: ['measured'], card }],
  );
  return events.sort((a, b) => b.date.localeCompare(a.date) || (a.card.id < b.card.id ? -1 : 1));
});
