import { commonBits } from './common-words.ts';
import { sumCosts } from './cost.ts';
import { SHARED_PHRASES } from './shared-phrases.ts';
import type { CompiledSignature } from './signature.ts';
import type { WordTable } from './words.ts';

/** A small index says little of how common a word is: it is counted as if it had this many words at least. */
const LEAST_WORDS = 8000;
/** A phrase that any program prints counts as if so many entries held it. */
const SHARED_ENTRIES = 6;
/** How much more a code says than a word as rare. */
const CODE_WORTH = 1.6;
/** Weight of the entries that hold a pair of words, against the words' own rarity. */
const PAIR_SHARE = 0.6;

/**
 * Weigh every word of every signature: its surprise in bits, given the word before it. The word's own
 * probability mixes common use with the index (inverse document frequency, Spärck Jones 1972); a word
 * that other entries, too, have after the same word is predictable and weighs little, so that "no such
 * file or directory" is one phrase and not five words.
 */
export function weighWords(signatures: readonly CompiledSignature[], table: WordTable): void {
  const words = countEntries(signatures, (signature) => signature.words);
  const pairs = countEntries(signatures, pairsOf);
  addSharedPhrases(words, pairs, table);
  const size = Math.max(LEAST_WORDS, sum([...words.values()]));
  const probability = table.words.map(
    (word, id) => 0.5 * 2 ** -commonBits(word) + (0.5 * (words.get(id) ?? 0)) / size,
  );
  for (const signature of signatures) {
    const keys = pairsOf(signature);
    signature.bits = signature.words.map((id, i) => {
      const own = probability[id] ?? 1;
      const others = i === 0 ? 0 : Math.max(0, (pairs.get(keys[i - 1] ?? -1) ?? 0) - 1);
      const before = words.get(signature.words[i - 1] ?? -1) ?? 0;
      const predicted = others === 0 ? 0 : others / (before + 2);
      const bits = -Math.log2(Math.min(1, own + PAIR_SHARE * predicted));
      return isIdentifier(table.words[id] ?? '') ? bits * CODE_WORTH : bits;
    });
    signature.costs = sumCosts(signature.bits);
    signature.total = sum(signature.bits);
    signature.squares = sum(signature.bits.map((bits) => bits ** 2));
  }
}

/** Tell whether a word was made to be looked up: `ERR_REQUIRE_ESM`, `TS2307`, `0308010C`. */
function isIdentifier(word: string): boolean {
  return /^[a-z]+(?:_[a-z\d]+)+$/.test(word)
    ? word.startsWith('err_')
    : /^(?=.*\d)[a-z]{1,3}\d{3,5}$|^\d{5,}[a-z]$/.test(word);
}

/** Key a pair of words by one number; vocabularies stay far below a million words. */
export function pairKey(first: number, second: number): number {
  return first * 1_048_576 + second;
}

/** The keys of each word of a signature with the one after it; -1 where a placeholder stands between. */
function pairsOf(signature: CompiledSignature): number[] {
  return signature.words
    .slice(1)
    .map((id, i) =>
      signature.gaps[i] === signature.gaps[i + 1] ? pairKey(signature.words[i] ?? 0, id) : -1,
    );
}

/** Count in how many entries each key stands. */
function countEntries(
  signatures: readonly CompiledSignature[],
  keysOf: (signature: CompiledSignature) => readonly number[],
): Map<number, number> {
  const counts = new Map<number, number>();
  const last = new Map<number, number>();
  for (const signature of signatures) {
    for (const key of keysOf(signature)) {
      if (key < 0 || last.get(key) === signature.entry) continue;
      last.set(key, signature.entry);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function addSharedPhrases(words: Map<number, number>, pairs: Map<number, number>, table: WordTable): void {
  for (const phrase of SHARED_PHRASES) {
    const ids = table.addPhrase(phrase);
    ids.forEach((id, i) => {
      words.set(id, (words.get(id) ?? 0) + SHARED_ENTRIES);
      if (i === 0) return;
      const key = pairKey(ids[i - 1] ?? 0, id);
      pairs.set(key, (pairs.get(key) ?? 0) + SHARED_ENTRIES);
    });
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
