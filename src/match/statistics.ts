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

/** What a whole index says of its words, for a part of it: only where the whole one counts more than the part. */
export interface WholeCounts {
  /** All counts of words together. */
  total: number;
  /** Each word to the number of entries that hold it. */
  words: Record<string, number>;
  /** Likewise each two words that follow each other, with a space between. */
  pairs: Record<string, number>;
}

/**
 * Weigh every word of every signature: its surprise in bits, given the word before it. The word's own
 * probability mixes common use with the index (inverse document frequency, Spärck Jones 1972); a word
 * that other entries, too, have after the same word is predictable and weighs little, so that "no such
 * file or directory" is one phrase and not five words.
 *
 * @param whole what is to be counted for the index that these signatures are a part of.
 */
export function weighWords(
  signatures: readonly CompiledSignature[],
  table: WordTable,
  whole: WholeCounts | null = null,
): void {
  const words = countWords(signatures);
  const pairs = countPairs(signatures);
  const total = whole?.total ?? sum([...words.values()]);
  if (whole !== null) takeCounts(whole, words, pairs, table);
  const phrases = SHARED_PHRASES.map((phrase) => table.addPhrase(phrase));
  const size = Math.max(LEAST_WORDS, total + addSharedPhrases(phrases, words, pairs));
  const shared = new Map<number, number[][]>();
  for (const phrase of phrases) shared.set(phrase[0] ?? -1, [...(shared.get(phrase[0] ?? -1) ?? []), phrase]);
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
    signature.isShared = isOfPhrases(signature.words, shared);
    signature.costs = sumCosts(signature.bits);
    signature.total = sum(signature.bits);
    signature.squares = sum(signature.bits.map((bits) => bits ** 2));
  }
}

/** Count in how many entries each word stands. */
export function countWords(signatures: readonly CompiledSignature[]): Map<number, number> {
  return countEntries(signatures, (signature) => signature.words);
}

/** Count in how many entries two words (pairKey) follow each other. */
export function countPairs(signatures: readonly CompiledSignature[]): Map<number, number> {
  return countEntries(signatures, pairsOf);
}

/** Take over what a whole index counted, for the words that this part of it has. */
function takeCounts(
  whole: WholeCounts,
  words: Map<number, number>,
  pairs: Map<number, number>,
  table: WordTable,
): void {
  for (const [word, count] of Object.entries(whole.words)) words.set(table.add(word), count);
  for (const [pair, count] of Object.entries(whole.pairs)) {
    const [first = '', second = ''] = pair.split(' ');
    pairs.set(pairKey(table.add(first), table.add(second)), count);
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

/** The two words of a key. */
export function wordsOfPair(key: number): [first: number, second: number] {
  return [Math.floor(key / 1_048_576), key % 1_048_576];
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

/** Count phrases that any program prints; returns how many words were counted. */
function addSharedPhrases(
  phrases: readonly (readonly number[])[],
  words: Map<number, number>,
  pairs: Map<number, number>,
): number {
  let added = 0;
  for (const ids of phrases) {
    added += ids.length * SHARED_ENTRIES;
    ids.forEach((id, i) => {
      words.set(id, (words.get(id) ?? 0) + SHARED_ENTRIES);
      if (i === 0) return;
      const key = pairKey(ids[i - 1] ?? 0, id);
      pairs.set(key, (pairs.get(key) ?? 0) + SHARED_ENTRIES);
    });
  }
  return added;
}

/** Tell whether words are made up of phrases alone. */
function isOfPhrases(words: readonly number[], phrases: ReadonlyMap<number, readonly number[][]>): boolean {
  let covered = 0;
  for (let at = 0; at < words.length && at <= covered; at++) {
    for (const phrase of phrases.get(words[at] ?? -1) ?? [])
      if (phrase.every((word, i) => words[at + i] === word)) covered = Math.max(covered, at + phrase.length);
  }
  return covered >= words.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
