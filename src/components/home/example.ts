import type { Entry } from '../../entry/entry.ts';
import type { Cell } from '../../entry/rates.ts';
import { listWordings } from '../entry/wordings.ts';

/** A line as a reader might paste it, the causes that print it, and what fixed each. */
export interface Example {
  signature: string;
  causes: { id: string; tell: string | null; remedy: string; cell: Cell }[];
}

/** Causes that an example has: fewer narrow nothing, more fill the page. */
const FEWEST = 2;
const MOST = 4;

/**
 * Find a line that shows what a page does for its reader: it narrows the causes, and each of those left has a tell and
 * a fix that held in every trial. Null where an entry has none.
 */
export function findExample(entry: Entry): Example | null {
  const all = Object.keys(entry.facts.causes).length;
  for (const { signature, causes: ids } of listWordings(entry)) {
    if (ids.length < FEWEST || ids.length > MOST || ids.length === all) continue;
    const causes = ids.flatMap((id) => causeOf(entry, id));
    if (causes.length === ids.length) return { signature, causes };
  }
  return null;
}

function causeOf(entry: Entry, id: string): Example['causes'] {
  const { remedy = '', value = 0 } = entry.rates.causes[id]?.best ?? {};
  const cell = entry.rates.remedies[remedy]?.cells[id];
  const tell = entry.facts.causes[id]?.tell?.run ?? null;
  return value === 1 && cell !== undefined && tell !== null ? [{ id, tell, remedy, cell }] : [];
}
