import { readFileSync, statSync } from 'node:fs';
import { type Ledger, ledgerPath, parseLedger } from './ledger.ts';

const NONE: Ledger = new Map();

const kept = new Map<string, { state: string; ledger: Ledger }>();

/**
 * Read the ledger of a content folder, once for each state of its file. What is wrong with it is for the
 * check to tell; an entry that is not in it has no code yet.
 */
export function readLedger(root: string): Ledger {
  const path = ledgerPath(root);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return NONE;
  const state = `${stat.mtimeMs} ${stat.size} ${stat.ino}`;
  const known = kept.get(path);
  if (known?.state === state) return known.ledger;
  const { ledger } = parseLedger(path, readFileSync(path, 'utf8'));
  kept.set(path, { state, ledger });
  return ledger;
}

/** The short code of an entry; null for one that is not in the ledger yet. */
export function codeOf(root: string, id: string): string | null {
  return readLedger(root).get(id)?.code ?? null;
}
