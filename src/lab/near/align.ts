import type { SignatureToken, Token } from './tokens.ts';

/** How a token of a signature and one of an output stand to each other; both where one took the other's place. */
export interface Pair {
  kind: 'same' | 'changed' | 'gone' | 'added' | 'filled';
  signature: SignatureToken | null;
  printed: Token | null;
}

/** A signature laid beside an output, what stands before and after it left out. */
export interface Alignment {
  pairs: Pair[];
  /** Share of what the signature says that the output says too: 1 is all. */
  similarity: number;
}

/** What a token inside a placeholder costs: little, so that it takes no more than it must. */
const FILL = 0.02;
/** A word beyond the first in a placeholder that stands for one word, or a wrong kind of value. */
const MISFIT = 0.5;
/** What a word more costs, of its weight: a message that says more is still that message. */
const ADDED = 0.5;
const ONE_WORD: ReadonlySet<string> = new Set([
  'port',
  'number',
  'host',
  'address',
  'branch',
  'version',
  'url',
]);
const NUMERIC: ReadonlySet<string> = new Set(['port', 'number']);

/**
 * Lay a signature beside an output so that least is changed: an edit distance over weighted tokens
 * (Needleman and Wunsch 1970), free before and after the signature (Sellers 1980).
 */
export function align(signature: readonly SignatureToken[], printed: readonly Token[]): Alignment {
  const table = fillTable(signature, printed);
  const last = table.at(-1) ?? [];
  let column = 0;
  for (let at = 1; at < last.length; at++) if (costAt(last, at) < costAt(last, column)) column = at;
  const pairs = walkBack(table, signature, printed, column);
  const weight = signature.reduce((sum, token) => sum + token.weight, 0);
  return { pairs, similarity: weight === 0 ? 0 : 1 - costAt(last, column) / weight };
}

interface Cell {
  cost: number;
  kind: Pair['kind'] | 'start' | 'filled-more';
}

function costAt(row: readonly Cell[], column: number): number {
  return row[column]?.cost ?? Number.POSITIVE_INFINITY;
}

function fillTable(signature: readonly SignatureToken[], printed: readonly Token[]): Cell[][] {
  const table: Cell[][] = [Array.from({ length: printed.length + 1 }, () => ({ cost: 0, kind: 'start' }))];
  signature.forEach((token, index) => {
    const above = table[index] ?? [];
    const row: Cell[] = [];
    for (let column = 0; column <= printed.length; column++) {
      row.push(bestCell(token, printed[column - 1], above, row, column));
    }
    table.push(row);
  });
  return table;
}

function bestCell(
  token: SignatureToken,
  word: Token | undefined,
  above: readonly Cell[],
  row: readonly Cell[],
  column: number,
): Cell {
  const gone: Cell = {
    cost: costAt(above, column) + (token.placeholder === null ? token.weight : MISFIT),
    kind: 'gone',
  };
  if (word === undefined) return gone;
  const cells = [gone];
  if (token.placeholder === null) {
    const difference = changeCost(token, word);
    cells.unshift({
      cost: costAt(above, column - 1) + difference,
      kind: difference === 0 ? 'same' : 'changed',
    });
    cells.push({ cost: costAt(row, column - 1) + word.weight * ADDED, kind: 'added' });
  } else if (word.text !== '\n') {
    const { kind } = token.placeholder;
    const misfit = NUMERIC.has(kind) && !/\d/.test(word.text) ? MISFIT : 0;
    const apart = ONE_WORD.has(kind) && word.space !== '' ? MISFIT : 0;
    cells.unshift(
      { cost: costAt(above, column - 1) + FILL + misfit, kind: 'filled' },
      { cost: costAt(row, column - 1) + FILL + misfit + apart, kind: 'filled-more' },
    );
  }
  return cells.reduce((best, cell) => (cell.cost < best.cost ? cell : best));
}

/** What it costs that a word stands in the place of another; words of one stem are half the same. */
function changeCost(from: Token, to: Token): number {
  if (from.text === to.text) return 0;
  // A sign takes the place of a sign, a word that of a word.
  const alike = isSign(from) === isSign(to);
  const full = alike ? (from.weight + to.weight) / 2 : from.weight + to.weight;
  const [a, b] = [from.text.toLowerCase(), to.text.toLowerCase()];
  if (from.text === '\n' || to.text === '\n') return Number.POSITIVE_INFINITY;
  return a === b || haveOneStem(a, b) ? full / 2 : full;
}

/** `use` and `used`, `connect` and `connection`. */
function haveOneStem(a: string, b: string): boolean {
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return common >= 4 || (common >= 3 && Math.abs(a.length - b.length) <= 2);
}

function isSign({ text }: Token): boolean {
  return !/[\p{L}\p{N}]/v.test(text);
}

function walkBack(
  table: readonly Cell[][],
  signature: readonly SignatureToken[],
  printed: readonly Token[],
  end: number,
): Pair[] {
  const pairs: Pair[] = [];
  let row = signature.length;
  let column = end;
  while (row > 0) {
    const kind = table[row]?.[column]?.kind ?? 'gone';
    const takesSignature = kind !== 'added' && kind !== 'filled-more';
    const takesPrinted = kind !== 'gone';
    pairs.push({
      kind: kind === 'filled-more' ? 'filled' : kind === 'start' ? 'gone' : kind,
      signature: kind === 'added' ? null : (signature[row - 1] ?? null),
      printed: takesPrinted ? (printed[column - 1] ?? null) : null,
    });
    if (takesSignature) row--;
    if (takesPrinted) column--;
  }
  return pairs.reverse();
}
