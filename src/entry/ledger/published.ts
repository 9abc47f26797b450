import { readFileSync, statSync } from 'node:fs';
import { parseRecord, type Revision, recordPath } from '../revision/record.ts';
import { type Ledger, ledgerPath, parseLedger } from './ledger.ts';

/** What is published of an entry: its code, null until it stands in the ledger, and its revisions, newest first. */
export interface Published {
  code: string | null;
  history: Revision[];
}

/**
 * Read the ledger of a content folder, once for each state of its file. What is wrong with it is for the
 * check to tell.
 */
export const readLedger = once(ledgerPath, (text, path): Ledger => parseLedger(path, text).ledger);

const readHistories = once(
  recordPath,
  (text, path): ReadonlyMap<string, Revision[]> =>
    new Map(parseRecord(path, text).lines.map(({ id, revisions }) => [id, revisions.toReversed()])),
);

/** Get what is published of an entry. */
export function publishedOf(root: string, id: string): Published {
  return { code: readLedger(root).get(id)?.code ?? null, history: readHistories(root).get(id) ?? [] };
}

/** Read a file of a content folder again only when it has changed; one that is not there is empty. */
function once<T>(
  pathOf: (root: string) => string,
  parse: (text: string, path: string) => T,
): (root: string) => T {
  const kept = new Map<string, { state: string; value: T }>();
  return (root) => {
    const path = pathOf(root);
    const stat = statSync(path, { throwIfNoEntry: false });
    const state = stat === undefined ? '' : `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
    const known = kept.get(path);
    if (known?.state === state) return known.value;
    const value = parse(stat === undefined ? '' : readFileSync(path, 'utf8'), path);
    kept.set(path, { state, value });
    return value;
  };
}
