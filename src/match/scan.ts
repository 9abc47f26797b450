import { BREAK, CJK, DIGIT, foldWord, isApostrophe, kindOf, LETTER, OTHER } from './characters.ts';
import { skipDress } from './skip.ts';

/** A run of words of one line, as numbers of the index's vocabulary. */
export interface Segment {
  /** Line of the text, from 1. */
  line: number;
  /** Bounds of the segment in the text. */
  start: number;
  end: number;
  /** A vocabulary number a word, or one of the negative kinds below. */
  ids: number[];
  starts: number[];
  ends: number[];
  /** False where the segment merely continues a very long line. */
  breaks: boolean;
}

/** A word that the index does not know. */
export const UNKNOWN = -1;
/** An unknown word that looks like a code: `TS9999`, `ERR_FOO`, `ENOFOO`. */
export const UNKNOWN_CODE = -2;
/** A number that the index does not know. */
export const UNKNOWN_NUMBER = -3;

/** Looks up folded words; a number below zero where unknown. */
export interface Vocabulary {
  find(word: string): number;
  /** Find a word whose first letter was lost. */
  findWithoutFirst(rest: string): number;
}

/** Words of a segment at most: a line of 10 MB is read in pieces. */
const SEGMENT_WORDS = 160;
/** Longer words are never looked up. */
const LONGEST_WORD = 64;
const CODE = /^(?:[A-Z]{1,8}\d{2,}[A-Z\d]*|E[A-Z]{4,}|[A-Z][A-Z\d]*(?:_[A-Z\d]+)+|[A-Z]?\d{2,}[A-Z]\w*)$/;
/** Spellings that tools change from version to version. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['err', 'error'],
  ['warn', 'warning'],
  ['cant', 'can not'],
  ['cannot', 'can not'],
  ['wont', 'will not'],
]);

/**
 * Read a text word by word, line by line. Offsets are those of the text as it was given, so colours,
 * HTML and string escapes are stepped over, not removed. One pass; holds two segments at a time.
 */
export function* scanSegments(text: string, vocabulary: Vocabulary): Generator<Segment> {
  const scanner = new Scanner(text, vocabulary);
  let held: Segment | null = null;
  for (let next = scanner.next(); next !== null; next = scanner.next()) {
    if (held !== null) {
      mendWrap(held, next, text, vocabulary);
      if (held.ids.length > 0) yield held;
    }
    held = next;
  }
  if (held !== null && held.ids.length > 0) yield held;
}

class Scanner {
  private readonly text: string;
  private readonly vocabulary: Vocabulary;
  private at = 0;
  private line = 1;
  private breaks = true;
  /** End of a code in brackets that was read with the word before it. */
  private bracketEnd = 0;

  constructor(text: string, vocabulary: Vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
  }

  /** Read up to the end of the line, or of a piece of it. */
  next(): Segment | null {
    const { text } = this;
    if (this.at >= text.length) return null;
    const segment: Segment = {
      line: this.line,
      start: this.at,
      end: this.at,
      ids: [],
      starts: [],
      ends: [],
      breaks: this.breaks,
    };
    this.breaks = false;
    while (this.at < text.length && segment.ids.length < SEGMENT_WORDS) {
      if (this.step(segment)) break;
    }
    if (!this.breaks) segment.end = this.at;
    return segment;
  }

  /** Read one word, or step over what is none; true at the end of a line. */
  private step(segment: Segment): boolean {
    const { text } = this;
    const unit = text.charCodeAt(this.at);
    const kind = kindOf(unit);
    if (kind === BREAK) return this.breakLine(segment);
    if (kind === CJK) this.readCjk(segment);
    else if (kind !== OTHER) this.readWord(segment);
    else return this.stepOver(segment);
    return false;
  }

  private breakLine(segment: Segment): boolean {
    segment.end = this.at;
    const crlf = this.text.charCodeAt(this.at) === 0x0d && this.text.charCodeAt(this.at + 1) === 0x0a;
    this.at += crlf ? 2 : 1;
    this.line++;
    this.breaks = true;
    return true;
  }

  private stepOver(segment: Segment): boolean {
    const { text, at } = this;
    const dress = skipDress(text, at);
    this.at = dress?.end ?? at + 1;
    const escaped = text[at] === '\\' && this.at === at + 1 && this.isEscapedBreak(at + 1);
    if (escaped) this.at = at + 2;
    if (!escaped && dress?.what !== 'break') return false;
    segment.end = at;
    this.breaks = true;
    return true;
  }

  /**
   * Tell whether `n` or `r` after a backslash ends a line of a quoted text, and does not begin a name
   * of a Windows path: either no word follows, or the word is known only without that letter.
   */
  private isEscapedBreak(at: number): boolean {
    const { text, vocabulary } = this;
    const letter = text[at];
    if (letter !== 'n' && letter !== 'r' && letter !== 't') return false;
    const end = this.wordEnd(at);
    if (end === at + 1) return kindOf(text.charCodeAt(end)) !== DIGIT;
    if (end - at > LONGEST_WORD) return false;
    const word = foldWord(text.slice(at, end));
    return vocabulary.find(word) < 0 && (vocabulary.find(word.slice(1)) >= 0 || SAME.has(word.slice(1)));
  }

  private wordEnd(from: number): number {
    let end = from;
    for (; end < this.text.length; end++) {
      const kind = kindOf(this.text.charCodeAt(end));
      if (kind !== LETTER && kind !== DIGIT) break;
    }
    return end;
  }

  private readWord(segment: Segment): void {
    const { text } = this;
    const start = this.at;
    let end = this.wordEnd(start);
    let word = end - start <= LONGEST_WORD ? text.slice(start, end) : '';
    const tail = word === '' ? 0 : this.contraction(end);
    if (tail > 0 && word.toLowerCase().endsWith('n')) {
      end += tail;
      const stem = foldWord(word.slice(0, -1));
      push(segment, this.look(stem === 'ca' ? 'can' : stem, stem), start, end);
      push(segment, this.look('not', 'not'), start, end);
    } else if (/^\d{1,3}m[A-Za-z]/.test(word)) {
      // A colour whose escape character was lost on the way: `[31mfatal`.
      word = word.slice(word.indexOf('m') + 1);
      this.pushWord(segment, word, end - word.length, end);
    } else this.pushWord(segment, word, start, end);
    this.at = Math.max(end, this.bracketEnd);
  }

  /** Length of `'t` after a word, however the apostrophe is written; 0 if none. */
  private contraction(end: number): number {
    const { text } = this;
    const dress = skipDress(text, end);
    const plain = isApostrophe(text.charCodeAt(end)) ? end + 1 : dress?.what === 'apostrophe' ? dress.end : 0;
    if (plain === 0 || (text[plain] !== 't' && text[plain] !== 'T')) return 0;
    return kindOf(text.charCodeAt(plain + 1)) === LETTER ? 0 : plain + 1 - end;
  }

  private pushWord(segment: Segment, word: string, start: number, end: number): void {
    const folded = foldWord(word);
    const same = SAME.get(folded);
    if (this.text[end] === '(' && word.length <= 3 && this.pushBracketedCode(segment, folded, start, end))
      return;
    if (same === undefined) {
      const first = segment.ids.length === 0;
      push(segment, first ? this.lookFirst(folded, word) : this.look(folded, word), start, end);
      return;
    }
    for (const part of same.split(' ')) push(segment, this.look(part, part), start, end);
  }

  /** Read `ts(2304)`, as editors write it, as `TS2304`, if that is known. */
  private pushBracketedCode(segment: Segment, letters: string, start: number, end: number): boolean {
    const digits = /^\((\d{3,5})\)/.exec(this.text.slice(end, end + 7))?.[1];
    const code = digits === undefined ? -1 : this.vocabulary.find(letters + digits);
    if (code < 0 || digits === undefined) return false;
    push(segment, code, start, end + digits.length + 2);
    this.bracketEnd = end + digits.length + 2;
    return true;
  }

  private look(folded: string, word: string): number {
    const found = folded === '' ? UNKNOWN : this.vocabulary.find(folded);
    if (found >= 0) return found;
    if (/^\d+$/.test(word)) return UNKNOWN_NUMBER;
    return word.length <= 32 && CODE.test(word) ? UNKNOWN_CODE : UNKNOWN;
  }

  /** Progress output overwrites the first letter of a line, or leaves one of its own there. */
  private lookFirst(folded: string, word: string): number {
    const found = this.look(folded, word);
    if (found >= 0 || folded.length < 5) return found;
    const shorter = this.vocabulary.find(folded.slice(1));
    const repaired = shorter >= 0 ? shorter : this.vocabulary.findWithoutFirst(folded);
    return repaired >= 0 ? repaired : found;
  }

  private readCjk(segment: Segment): void {
    const { text, at } = this;
    const pair = kindOf(text.charCodeAt(at + 1)) === CJK;
    const end = pair ? at + 2 : at + 1;
    const alone = !pair && (at === 0 || kindOf(text.charCodeAt(at - 1)) !== CJK);
    if (pair || alone) push(segment, this.look(text.slice(at, end), ''), at, end);
    this.at = at + 1;
  }
}

function push(segment: Segment, id: number, start: number, end: number): void {
  segment.ids.push(id);
  segment.starts.push(start);
  segment.ends.push(end);
}

/**
 * Join a word that a terminal wrapped in its middle: it touches both the end of one line and the start
 * of the next, and only the whole of it is known.
 */
function mendWrap(held: Segment, next: Segment, text: string, vocabulary: Vocabulary): void {
  const last = held.ids.length - 1;
  const start = held.starts[last];
  const end = held.ends[last];
  const nextStart = next.starts[0];
  const nextEnd = next.ends[0];
  if (start === undefined || end === undefined || nextStart === undefined || nextEnd === undefined) return;
  if (end !== held.end || nextStart !== next.start || nextEnd - start > LONGEST_WORD + 2) return;
  if ((held.ids[last] ?? UNKNOWN) >= 0 && (next.ids[0] ?? UNKNOWN) >= 0) return;
  const joined = vocabulary.find(foldWord(text.slice(start, end) + text.slice(nextStart, nextEnd)));
  if (joined < 0) return;
  held.ids[last] = joined;
  held.ends[last] = nextEnd;
  next.ids.shift();
  next.starts.shift();
  next.ends.shift();
}
