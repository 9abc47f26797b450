import { commonBits } from '../../src/match/common-words.ts';
import type { MatchInput } from '../../src/match/types.ts';

/** Words of a real vocabulary come again from error to error; a copy shares this part of its words with others. */
const SHARED = 0.5;
/** Bits from which on a word is one of an error's own. */
const OWN_BITS = 11;
const CONSONANTS = 'bcdfghjklmnpqrstvwxz';
const VOWELS = 'aeiou';

/**
 * Make many entries of some: copies in which the words that are an error's own are others, half of them made up for
 * the copy alone. Always the same for the same inputs.
 */
export function multiplyInputs(inputs: readonly MatchInput[], count: number): MatchInput[] {
  const random = makeRandom();
  const word = (): string =>
    Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => pick(CONSONANTS, random) + pick(VOWELS, random),
    ).join('');
  const shared = Array.from({ length: 2000 }, word);
  const all = [...inputs];
  for (let copy = 1; all.length < count; copy++) {
    for (const input of inputs.slice(0, count - all.length)) {
      const own = new Map<string, string>();
      const replace = (text: string): string =>
        text.replace(/(?<![{\w])[A-Za-z]{4,}(?![\w}])/g, (found) => {
          if (commonBits(found.toLowerCase()) < OWN_BITS) return found;
          const other = random() < SHARED ? shared[Math.floor(random() * shared.length)] : word();
          own.set(found, own.get(found) ?? other ?? found);
          return own.get(found) ?? found;
        });
      all.push({ ...input, id: `${input.id}-${copy}`, signatures: input.signatures.map(replace) });
    }
  }
  return all;
}

function pick(letters: string, random: () => number): string {
  return letters[Math.floor(random() * letters.length)] ?? '';
}

/** Park and Miller's minimal standard generator (1988), from 0 to below 1. */
function makeRandom(): () => number {
  let state = 7;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
