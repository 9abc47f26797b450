import type { Change } from '../../entry/revision/record.ts';
import type { PublishedHistory } from '../schema/changes.ts';

type Revision = PublishedHistory['changes'][number];

/**
 * Gather what has changed of an entry since a revision of it. The beginning of one is enough, as links get cut.
 *
 * @returns null for a revision that it never had
 */
export function changedSince(
  { changes }: Pick<PublishedHistory, 'changes'>,
  revision: string,
): { from: Revision; changes: Change[] } | null {
  const place = changes.findIndex((one) => revision.length >= SHORTEST && one.revision.startsWith(revision));
  const from = changes[place];
  if (from === undefined) return null;
  return { from, changes: [...new Set(changes.slice(0, place).flatMap((one) => one.changes))] };
}

/** Shortest beginning of a revision that is taken for it. */
const SHORTEST = 6;
