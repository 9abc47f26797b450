/** Slips that still make a word a misspelling of another one. */
const MAX_SLIPS = 2;

/**
 * Find the name that a misspelt word most likely stands for: at most two slips away, and fewer slips
 * than half of its letters. Null where none is near.
 *
 * @example nearest('prot', ['port', 'host']) // => 'port'
 */
export function nearest(word: string, names: Iterable<string>): string | null {
  const allowed = Math.min(MAX_SLIPS, Math.floor((word.length - 1) / 2));
  let best: string | null = null;
  let least = allowed + 1;
  for (const name of names) {
    const slips = editDistance(word.toLowerCase(), name.toLowerCase());
    if (slips < least) {
      best = name;
      least = slips;
    }
  }
  return best;
}

/**
 * Count the slips between two words: letters left out, added, changed, or swapped with their
 * neighbour (optimal string alignment, Damerau 1964).
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
}

/** End a tip with a guess at what was meant, or with all that is allowed. */
export function didYouMean(word: string, names: readonly string[]): string {
  const guess = nearest(word, names);
  if (guess !== null) return `did you mean ${guess}?`;
  return names.length === 0 ? 'nothing is allowed here' : `allowed here: ${names.join(', ')}`;
}
