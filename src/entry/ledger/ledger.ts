import { join } from 'node:path';
import { type Place, type Problem, START } from '../problems/problem.ts';

/** One line of the ledger. */
export interface LedgerLine {
  id: string;
  /** `FX-0158R`. */
  code: string;
  place: Place;
}

/** content/ledger.yaml: every id that was ever published, with its short code. */
export type Ledger = ReadonlyMap<string, LedgerLine>;

const HEAD = `# Every id and short code that was ever published. Links in tickets rest on it: no line is ever changed or
# taken out. Written by \`npm run ledger\`.
`;

/** Path of the ledger. */
export function ledgerPath(root: string): string {
  return join(root, 'ledger.yaml');
}

/**
 * Read a ledger. Each line is `id: code`, which is YAML; it is read line by line, since it grows with every
 * entry, and since the place of a line is where it stands.
 *
 * @param file path for problems
 */
export function parseLedger(file: string, text: string): { ledger: Ledger; problems: Problem[] } {
  const ledger = new Map<string, LedgerLine>();
  const problems: Problem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const place = { ...START, line: index + 1 };
    const report = (message: string, tip: string): void => {
      problems.push({ file, ...place, rule: 'ledger', message, tip });
    };
    const [, id, code] = /^([a-z0-9-]+\/[a-z0-9-]+): (FX-[0-9A-Z]{5})$/.exec(line) ?? [];
    if (id === undefined || code === undefined)
      report(`"${line.slice(0, 60)}" is no line of the ledger`, 'a line is <domain>/<slug>: FX-XXXXX');
    else if (ledger.has(id))
      report(`${id} stands here twice`, `leave line ${ledger.get(id)?.place.line}, which came first`);
    else ledger.set(id, { id, code, place });
  }
  return { ledger, problems };
}

/** Write a ledger, sorted by id. */
export function formatLedger(codes: ReadonlyMap<string, string>): string {
  const lines = [...codes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, code]) => `${id}: ${code}\n`);
  return HEAD + lines.join('');
}
