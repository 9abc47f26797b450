import { writeFileSync } from 'node:fs';
import { checkContent, readPublished } from '../check/check.ts';
import { toLedgerEntry } from '../check/summary.ts';
import { formatLedger, ledgerPath } from '../entry/ledger/ledger.ts';
import { extendLedger } from '../entry/ledger/plan.ts';
import type { Problem } from '../entry/problems/problem.ts';

/** What was written. */
export interface LedgerUpdate {
  /** Lines of the ledger that cannot be read; nothing is written then. */
  problems: Problem[];
  /** Id to code, as far as it is new. */
  added: Map<string, string>;
  /** Entries with problems of their own. */
  left: string[];
}

/**
 * Bring the ledger up to date with the content.
 *
 * @param root content folder
 * @param today ISO 8601 date
 */
export function updateLedger(root: string, today: string): LedgerUpdate {
  const { ledger, problems } = readPublished(root);
  if (problems.length > 0) return { problems, added: new Map(), left: [] };
  const { entries } = checkContent(root, today);
  const codes = new Map([...ledger].map(([id, { code }]) => [id, code]));
  const sound = entries.filter((entry) => entry.sound);
  const all = extendLedger(codes, sound.map(toLedgerEntry));
  const added = new Map([...all].filter(([id]) => !codes.has(id)));
  if (added.size > 0) writeFileSync(ledgerPath(root), formatLedger(all));
  return { problems, added, left: entries.filter((entry) => !entry.sound).map(({ id }) => id) };
}
