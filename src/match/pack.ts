import type { MatchIndex, MatchInput } from './types.ts';

/**
 * Build the index that is stored and sent: the authors' own words, sorted by id so that neighbours
 * pack well. All statistics are counted when it is opened. Signatures that stand twice in an entry count once.
 */
export function packIndex(inputs: readonly MatchInput[]): MatchIndex {
  const entries = inputs.map(
    ({ id, signatures, context = [], wraps = [] }) =>
      [id, [...new Set(signatures)], [...new Set(context)], [...new Set(wraps)]] as const,
  );
  return { format: 1, entries: entries.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0)) };
}

/**
 * Check that a value read from JSON is an index.
 *
 * @throws Error that says which entry is wrong and how.
 */
export function parseIndex(value: unknown): MatchIndex {
  const { format, entries } = Object(value) as Partial<MatchIndex>;
  if (format !== 1 || !Array.isArray(entries)) {
    throw new Error('This is no match index of format 1. Build it again with this version.');
  }
  entries.forEach((entry: unknown, position) => {
    const [id, ...lists] = Array.isArray(entry) ? entry : [];
    const sound = typeof id === 'string' && lists.length === 3 && lists.every(isStringList);
    if (!sound)
      throw new Error(`Match index, entry ${position + 1}: expected [id, signatures, context, wraps].`);
  });
  return { format, entries };
}

function isStringList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
