import { PART_LENGTH, PARTS, type State } from './parts.ts';
import { CHANGES, type Change, type EntryRecord, type Revision } from './record.ts';

/** An entry as it is now. */
export interface CurrentEntry {
  id: string;
  /** Ids that it had before. */
  aliases: readonly string[];
  withdrawn: boolean;
  state: State;
}

/**
 * Bring the record up to date: an entry that is not as it was last recorded gets a revision. What was recorded stays.
 *
 * @param records as they are; of one entry there may be several, which are joined
 * @param today ISO 8601 date of new revisions
 */
export function extendRecord(
  records: readonly EntryRecord[],
  entries: readonly CurrentEntry[],
  today: string,
): EntryRecord[] {
  const known = new Map<string, EntryRecord>();
  for (const record of records) known.set(record.id, join(known.get(record.id), record));
  for (const entry of entries) {
    const { id, aliases } = entry;
    const former = aliases.map((alias) => known.get(alias)).find((record) => record !== undefined);
    known.set(id, extend(known.get(id) ?? former, entry, today));
    // The record of a renamed entry goes on under its new id.
    if (former !== undefined) known.delete(former.id);
  }
  return [...known.values()];
}

/** The last revision that was recorded. */
export function lastOf({ revisions }: Pick<EntryRecord, 'revisions'>): Revision | undefined {
  return revisions.at(-1);
}

function extend(
  record: EntryRecord | undefined,
  { id, withdrawn, state }: CurrentEntry,
  today: string,
): EntryRecord {
  const parts = PARTS.map((part) => state.parts[part]).join('');
  const { revision, fixed } = state;
  if (record === undefined)
    return { id, parts, revisions: [{ date: today, revision, changes: ['created'], fixed }] };
  if (lastOf(record)?.revision === revision) return { ...record, id };
  const changed = PARTS.filter((_, index) => partAt(record.parts, index) !== partAt(parts, index));
  const changes = changed.map((part): Change => (part === 'withdrawn' && !withdrawn ? 'restored' : part));
  const next: Revision = { date: today, revision, changes: inOrder(changes), fixed };
  return { id, parts, revisions: [...record.revisions, next] };
}

/** The digest of one part in a recorded state. */
export function partAt(parts: string, index: number): string {
  return parts.slice(index * PART_LENGTH, (index + 1) * PART_LENGTH);
}

function inOrder(changes: readonly Change[]): Change[] {
  return CHANGES.filter((one) => changes.includes(one));
}

/** Join two lines of one entry, which two branches changed: all revisions by date, each once. */
function join(first: EntryRecord | undefined, second: EntryRecord): EntryRecord {
  if (first === undefined) return second;
  const all = [...first.revisions, ...second.revisions];
  const once = all.filter(
    (one, index) =>
      all.findIndex(({ revision, date }) => revision === one.revision && date === one.date) === index,
  );
  return { ...second, revisions: once.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) };
}
