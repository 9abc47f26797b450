import type { Locale } from '../../i18n/locales.ts';
import { CHANGES, type Change, type Revision } from './record.ts';

/** What was changed of an entry on one day. */
export interface ChangeDay {
  /** ISO 8601 date on which it was recorded. */
  date: string;
  /** In the order of `CHANGES`. */
  changes: Change[];
  /** Causes with a proven fix before that day, and all causes; null where nothing was recorded before it. */
  before: Revision['fixed'] | null;
  /** The same when the day was over. */
  fixed: Revision['fixed'];
}

/**
 * Gather the revisions of an entry by the days on which they were recorded. Days that changed nothing of what is asked
 * for are left out.
 *
 * @param history newest first
 * @param locale language whose readers are told: what changed in the text of another is nothing to them
 */
export function changeDays(history: readonly Revision[], locale?: Locale): ChangeDay[] {
  const days = [...Map.groupBy(history, ({ date }) => date).values()];
  return days.flatMap((revisions, index): ChangeDay[] => {
    const [last] = revisions;
    const changes = CHANGES.filter(
      (change) => isTold(change, locale) && revisions.some((one) => one.changes.includes(change)),
    );
    if (last === undefined || changes.length === 0) return [];
    return [{ date: last.date, changes, before: days[index + 1]?.[0]?.fixed ?? null, fixed: last.fixed }];
  });
}

/** Whether a day brought the entry itself. */
export function isNew({ changes }: Pick<ChangeDay, 'changes'>): boolean {
  return changes.includes('created');
}

/** Date on which an entry was first recorded; null where it is not yet. */
export function createdOn(history: readonly Revision[]): string | null {
  return history.at(-1)?.date ?? null;
}

function isTold(change: Change, locale: Locale | undefined): boolean {
  return locale === undefined || !change.startsWith('text.') || change === `text.${locale}`;
}
