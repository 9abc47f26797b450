import { writeFileSync } from 'node:fs';
import { checkContent, readPublished } from '../check/check.ts';
import { type EntrySummary, toCurrent, toLedgerEntry } from '../check/summary.ts';
import { formatLedger, ledgerPath } from '../entry/ledger/ledger.ts';
import { extendLedger } from '../entry/ledger/plan.ts';
import type { Problem } from '../entry/problems/problem.ts';
import { extendRecord, lastOf } from '../entry/revision/plan.ts';
import { type EntryRecord, formatRecord, type Revision, recordPath } from '../entry/revision/record.ts';

/** What was written. */
export interface LedgerUpdate {
  /** Lines that cannot be read, or too much that would vanish at once; nothing is written then. */
  problems: Problem[];
  /** Id to code, as far as it is new. */
  added: Map<string, string>;
  /** Id to the revision that was recorded. */
  revised: Map<string, Revision>;
  /** Entries with problems of their own. */
  left: string[];
}

/**
 * Bring the ledger and the record of revisions up to date with the content.
 *
 * @param root content folder
 * @param today ISO 8601 date
 * @param vanish whether more than a tenth of the entries may be withdrawn at once
 * @param kept folder of what the last check kept, or null
 */
export async function updateLedger(
  root: string,
  today: string,
  vanish = false,
  kept: string | null = null,
): Promise<LedgerUpdate> {
  const { ledger, record, problems } = readPublished(root);
  const report = await checkContent(root, today, kept);
  const { entries } = report;
  const refused = [...problems, ...report.problems.filter(({ rule }) => rule === 'vanishing' && !vanish)];
  if (refused.length > 0) return { problems: refused, added: new Map(), revised: new Map(), left: [] };
  const sound = entries.filter((entry) => entry.sound);
  const codes = new Map([...ledger].map(([id, { code }]) => [id, code]));
  const all = extendLedger(codes, sound.map(toLedgerEntry));
  const added = new Map([...all].filter(([id]) => !codes.has(id)));
  if (added.size > 0) writeFileSync(ledgerPath(root), formatLedger(all));
  const records = extendRecord(record.lines, toCurrent(sound), today);
  const text = formatRecord(records);
  if (text !== formatRecord(record.lines)) writeFileSync(recordPath(root), text);
  const left = entries.filter((entry) => !entry.sound).map(({ id }) => id);
  return { problems, added, revised: newRevisions(record.lines, records, sound), left };
}

function newRevisions(
  before: readonly EntryRecord[],
  now: readonly EntryRecord[],
  entries: readonly EntrySummary[],
): Map<string, Revision> {
  const known = new Set(
    before.flatMap(({ id, revisions }) => revisions.map((one) => `${id} ${one.revision}`)),
  );
  const current = new Set(entries.map(({ id }) => id));
  return new Map(
    now.flatMap((record) => {
      const last = lastOf(record);
      const isNew =
        last !== undefined && current.has(record.id) && !known.has(`${record.id} ${last.revision}`);
      return isNew ? [[record.id, last]] : [];
    }),
  );
}
