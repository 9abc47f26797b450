import { join } from 'node:path';
import { type Place, type Problem, START } from '../problems/problem.ts';
import { PART_LENGTH, PARTS, REVISION_LENGTH } from './parts.ts';

/** What a revision changed: parts, and what became of the entry as a whole. */
export const CHANGES = ['created', 'restored', ...PARTS] as const;
export type Change = (typeof CHANGES)[number];

/** One revision of an entry. */
export interface Revision {
  /** ISO 8601 date on which it was recorded. */
  date: string;
  revision: string;
  /** What it changed, in the order of `CHANGES`. */
  changes: Change[];
  /** Causes with a proven fix then, and all causes. */
  fixed: [proven: number, causes: number];
}

/** What is recorded of an entry. */
export interface EntryRecord {
  id: string;
  /** Digests of its parts, one after the other in the order of `PARTS`. */
  parts: string;
  /** Oldest first. */
  revisions: Revision[];
}

/** A line of the record, with its place. */
export type RecordLine = EntryRecord & { place: Place };

/** Path of the record: one line of JSON an entry, so that thousands are read in no time and merge well. */
export function recordPath(root: string): string {
  return join(root, 'revisions.ndjson');
}

/**
 * Read the record of revisions. An entry that two branches changed may have two lines; the command joins them.
 *
 * @param file path for problems
 */
export function parseRecord(file: string, text: string): { lines: RecordLine[]; problems: Problem[] } {
  const lines: RecordLine[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue;
    const place = { ...START, line: index + 1 };
    const record = readLine(line);
    if (record !== null) lines.push({ ...record, place });
    else {
      const tip = 'take it from git again, and run `npm run ledger`: nobody writes here by hand';
      problems.push({ file, ...place, rule: 'revisions', message: 'this is no line of the record', tip });
    }
  }
  return { lines, problems };
}

/** Write a record, sorted by id. */
export function formatRecord(records: readonly EntryRecord[]): string {
  return records
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, parts, revisions }) => {
      const written = revisions.map(
        ({ date, revision, changes, fixed }) => `${date} ${revision} ${changes.join()} ${fixed.join('/')}`,
      );
      return `${JSON.stringify({ id, parts, revisions: written })}\n`;
    })
    .join('');
}

const REVISION = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\d) ([0-9a-f]{${REVISION_LENGTH}}) ([a-z.]+(?:,[a-z.]+)*) (\\d+)/(\\d+)$`,
);

function readLine(line: string): EntryRecord | null {
  let read: { id?: unknown; parts?: unknown; revisions?: unknown };
  try {
    read = JSON.parse(line) as typeof read;
  } catch {
    return null;
  }
  const { id, parts, revisions } = read ?? {};
  if (typeof id !== 'string' || typeof parts !== 'string' || !Array.isArray(revisions)) return null;
  const all = revisions.map(readRevision);
  const known = all.filter((one) => one !== null);
  if (known.length !== all.length || known.length === 0 || parts.length % PART_LENGTH !== 0) return null;
  return { id, parts, revisions: known };
}

function readRevision(text: unknown): Revision | null {
  const [, date, revision, names, proven, causes] = REVISION.exec(String(text)) ?? [];
  if (date === undefined || revision === undefined || names === undefined) return null;
  const changes = names.split(',').filter((name): name is Change => CHANGES.some((known) => known === name));
  return { date, revision, changes, fixed: [Number(proven), Number(causes)] };
}
