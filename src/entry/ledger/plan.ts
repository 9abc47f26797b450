import { candidateCodes } from './derive.ts';

/** What the ledger needs to know of an entry. */
export interface LedgerEntry {
  id: string;
  /** Ids that it had before. */
  aliases: readonly string[];
}

/**
 * Add what is not in the ledger yet. A new entry gets a code of its own, one that was renamed keeps its
 * code under the new id. Nothing is changed and nothing taken out.
 *
 * @param codes id to code, as published
 * @returns id to code
 */
export function extendLedger(
  codes: ReadonlyMap<string, string>,
  entries: readonly LedgerEntry[],
): Map<string, string> {
  const all = new Map(codes);
  const taken = new Set(codes.values());
  for (const { id, aliases } of entries.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const kept = all.get(id) ?? aliases.map((alias) => codes.get(alias)).find((code) => code !== undefined);
    const code = kept ?? freshCode(id, taken);
    taken.add(code);
    all.set(id, code);
  }
  for (const { id, aliases } of entries)
    for (const alias of aliases) if (!all.has(alias)) all.set(alias, all.get(id) ?? '');
  return all;
}

function freshCode(id: string, taken: ReadonlySet<string>): string {
  for (const code of candidateCodes(id)) if (!taken.has(code)) return code;
  throw new Error(`there is no code left for ${id}`);
}
