import { splitSignature } from '../entry/signature-pattern.ts';
import { DIGIT, kindOf, LETTER } from './characters.ts';
import { type CostSums, sumCosts } from './cost.ts';
import { scanSegments } from './scan.ts';
import type { WordTable } from './words.ts';

/** A wording read as words and gaps; bits are filled in by statistics.ts. */
export interface CompiledSignature {
  entry: number;
  text: string;
  /** Vocabulary number of each literal word. */
  words: number[];
  /** How many placeholders stand before word i, counted from the start; one more item for those after the last. */
  gaps: number[];
  /** How many line breaks stand before word i, counted from the start. */
  breaks: number[];
  /** Whether word i is a code (2), a number (1), or neither (0). */
  codes: number[];
  /** The text before, between and after the words, with HOLE for each placeholder; and their names, in order. */
  between: string[];
  names: string[];
  /** Surprise of each word after the one before it, their sum, and the sum of their squares. */
  bits: number[];
  total: number;
  squares: number;
  /** What its words cost where they are missing. */
  costs: CostSums;
  hasCodes: boolean;
  /** Whether any program may print all of it: then it needs something else of the text that speaks for its entry. */
  isShared: boolean;
}

/** Longer wordings are compared by their first words. */
const LONGEST_SIGNATURE = 64;
/** Stands for a placeholder while a signature is scanned; separates words and occurs in no message. */
export const HOLE = '\u0001';
const CODE = /^(?=.*\d)(?=.*[a-z])[a-z\d]{3,}$|^[a-z\d]+_[a-z\d_]+$|^e[a-z]{5,}$/;
const UPPER_CODE = /^(?:[A-Z\d]*\d[A-Z\d]*|[A-Z\d]+(?:_[A-Z\d]+)+|E[A-Z]{4,})$/;

/** Read one wording, adding its words to the table. */
export function compileSignature(text: string, entry: number, table: WordTable): CompiledSignature {
  const parts = splitSignature(toPlainNames(text).trim());
  const flat = parts.map((part) => (part.kind === 'text' ? part.text : HOLE)).join('');
  const signature: CompiledSignature = {
    entry,
    text,
    words: [],
    gaps: [],
    breaks: [],
    codes: [],
    between: [],
    names: parts.flatMap((part) => (part.kind === 'placeholder' ? [part.name] : [])),
    bits: [],
    total: 0,
    squares: 0,
    costs: sumCosts([]),
    hasCodes: false,
    isShared: false,
  };
  let holes = 0;
  let read = 0;
  let after = 0;
  for (const segment of scanSegments(flat, table.adding())) {
    segment.ids.forEach((id, i) => {
      const start = segment.starts[i] ?? 0;
      const end = segment.ends[i] ?? 0;
      holes += countHoles(flat, read, start);
      read = Math.max(read, start);
      if (isGlued(flat, start, end) || signature.words.length === LONGEST_SIGNATURE) return;
      addWord(signature, id, flat.slice(start, end), holes, segment.line - 1);
      signature.between.push(flat.slice(after, start));
      after = Math.max(after, end);
    });
  }
  signature.hasCodes = signature.codes.some((code) => code > 0);
  signature.between.push(flat.slice(after));
  signature.gaps.push(holes + countHoles(flat, read, flat.length));
  return signature;
}

/** Accept `{package.json}` and `{yes_or_no}` as names of placeholders too. */
function toPlainNames(text: string): string {
  return text.replace(
    /(?<!\\)\{([A-Za-z][\w.-]*)\}/g,
    (_, name: string) => `{${name.replace(/[^A-Za-z0-9]/g, '')}}`,
  );
}

function addWord(
  signature: CompiledSignature,
  id: number,
  shown: string,
  gaps: number,
  breaks: number,
): void {
  const code = CODE.test(shown.toLowerCase()) && UPPER_CODE.test(shown);
  signature.words.push(id);
  signature.gaps.push(gaps);
  signature.breaks.push(breaks);
  signature.codes.push(code ? 2 : /^\d{3,}$/.test(shown) ? 1 : 0);
}

function countHoles(flat: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (flat[at] === HOLE) count++;
  return count;
}

/** Tell whether a word grows together with what a placeholder stands for: the `l` of `-l{library}`. */
function isGlued(flat: string, start: number, end: number): boolean {
  const letter = kindOf(flat.charCodeAt(end - 1));
  return flat[end] === HOLE ? letter === LETTER || letter === DIGIT : flat[start - 1] === HOLE;
}
