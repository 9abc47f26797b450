import { cuesOf, familyOf } from './families.ts';
import type { Vocabulary } from './scan.ts';
import { type CompiledSignature, compileSignature } from './signature.ts';
import { pairKey, type WholeCounts, weighWords } from './statistics.ts';
import type { MatchIndex } from './types.ts';
import { WordTable } from './words.ts';

/** An entry as the matcher holds it. */
export interface OpenEntry {
  id: string;
  family: number;
  /** Context phrases as words. */
  context: number[][];
  wraps: ReadonlySet<string>;
  /** Its codes, such as TS2304, as words. */
  codes: number[];
}

/** An index made ready for matching. */
export interface OpenIndex {
  entries: OpenEntry[];
  families: string[];
  signatures: CompiledSignature[];
  table: WordTable;
  /** How the words of a short query are found. */
  query: Vocabulary;
  /** Word to the signatures that hold it; pair of words (pairKey) likewise, where both are too common alone. */
  postings: Map<number, number[]>;
  pairPostings: Map<number, number[]>;
  /** Word to the families that it is a cue of. */
  cues: Map<number, number[]>;
  /** Of each word: code (2), number (1), neither (0). */
  codes: Uint8Array;
}

/** A word of more signatures than this opens no candidate by itself; it bounds the work a word of the text can cause. */
const LONGEST_POSTING = 64;

/** What is known of a whole index where only parts of it are opened. */
export interface WholeIndex {
  counts: WholeCounts;
  families: readonly string[];
}

/**
 * Make an index ready: read its wordings, weigh their words, and note where each occurs.
 *
 * @param whole of an index that is a part of a larger one: its words weigh as they do there.
 */
export function openIndex(index: MatchIndex, whole: WholeIndex | null = null): OpenIndex {
  const table = new WordTable();
  const families = [...(whole?.families ?? [])];
  const signatures: CompiledSignature[] = [];
  const entries = index.entries.map(([id, texts, context, wraps], entry): OpenEntry => {
    const compiled = texts.map((text) => compileSignature(text, entry, table));
    signatures.push(...compiled.filter(({ words }) => words.length > 0));
    const family = numberOf(families, familyOf(id));
    return {
      id,
      family,
      context: context.map((phrase) => table.addPhrase(phrase)),
      wraps: new Set(wraps),
      codes: [...new Set(compiled.flatMap(identifiersOf))],
    };
  });
  weighWords(signatures, table, whole?.counts);
  const cues = new Map<number, number[]>();
  families.forEach((name, family) => {
    for (const cue of cuesOf(name)) append(cues, table.add(cue), family);
  });
  return {
    query: table.withParts(),
    entries,
    families,
    signatures,
    table,
    cues,
    codes: codesOf(signatures, table),
    ...postAll(signatures),
  };
}

/** The words of a signature that are codes made to be looked up; errno names are too common. */
function identifiersOf({ words, codes, text }: CompiledSignature): number[] {
  return words.filter((_, i) => codes[i] === 2 && /\d|ERR_/.test(text));
}

function codesOf(signatures: readonly CompiledSignature[], table: WordTable): Uint8Array {
  const codes = new Uint8Array(table.words.length);
  for (const { words, codes: own } of signatures)
    words.forEach((word, i) => {
      codes[word] = own[i] ?? 0;
    });
  return codes;
}

function postAll(signatures: readonly CompiledSignature[]): Pick<OpenIndex, 'postings' | 'pairPostings'> {
  const postings = new Map<number, number[]>();
  const pairPostings = new Map<number, number[]>();
  signatures.forEach(({ words }, number) => {
    for (const word of new Set(words)) append(postings, word, number);
  });
  const isCommon = (word: number) => (postings.get(word)?.length ?? 0) > LONGEST_POSTING;
  signatures.forEach(({ words, gaps }, number) => {
    words.forEach((word, i) => {
      const before = words[i - 1];
      if (before === undefined || gaps[i] !== gaps[i - 1] || !isCommon(word) || !isCommon(before)) return;
      append(pairPostings, pairKey(before, word), number);
    });
  });
  for (const [word, list] of postings) if (list.length > LONGEST_POSTING) postings.delete(word);
  for (const [key, list] of pairPostings) if (list.length > LONGEST_POSTING) pairPostings.delete(key);
  return { postings, pairPostings };
}

function numberOf(names: string[], name: string): number {
  const known = names.indexOf(name);
  return known >= 0 ? known : names.push(name) - 1;
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
