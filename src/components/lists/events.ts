import type { Card } from '../../entry/collection/card.ts';
import { type ChangeDay, changeDays, isNew } from '../../entry/revision/days.ts';
import { oncePer } from '../../layouts/once.ts';

/** What one day changed of one entry. */
export interface Event extends ChangeDay {
  card: Card;
  /** Whether the entry is new that day. */
  isNew: boolean;
}

/** List what was recorded of all entries, the newest day first; of one day what is new first, by id. */
export const listEvents = oncePer((cards: readonly Card[]): Event[] => {
  const events = cards.flatMap((card) =>
    changeDays(card.history).map((day): Event => ({ ...day, card, isNew: isNew(day) })),
  );
  return events.sort(
    (a, b) =>
      b.date.localeCompare(a.date) || Number(b.isNew) - Number(a.isNew) || (a.card.id < b.card.id ? -1 : 1),
  );
});
