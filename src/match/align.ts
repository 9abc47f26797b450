import { UNKNOWN_CODE, UNKNOWN_NUMBER } from './scan.ts';
import type { CompiledSignature } from './signature.ts';
import { COST } from './weights.ts';
import { mayBeWrapped, type Window } from './window.ts';

/** How a signature lies on a window. */
export interface Alignment {
  /** Window position of each word of the signature; -1 where it is missing. */
  at: Int32Array;
  /** Bits of the words found, and what gaps, missing and foreign words cost. */
  found: number;
  cost: number;
  /** Share of the signature that was found, by the squares of its words' bits: the rare words decide. */
  coverage: number;
}

interface Hit {
  word: number;
  position: number;
  best: number;
  before: number;
}

/** Positions of one word that are tried, and pairs of word and position in all; both bound the work. */
const PLACES_OF_WORD = 6;
const MOST_HITS = 128;
/** Hits that one may follow: those just before it. */
const LOOK_BACK = 28;

/** For each word of a window, where it stands; built once and asked by each candidate. */
export class WindowPlaces {
  private readonly places = new Map<number, number[]>();

  constructor(window: Window) {
    for (let at = 0; at < window.size; at++) {
      const id = window.ids[at] ?? -1;
      if (id < 0) continue;
      const list = this.places.get(id);
      if (list === undefined) this.places.set(id, [at]);
      else if (list.length < PLACES_OF_WORD) list.push(at);
    }
  }

  of(id: number): readonly number[] {
    return this.places.get(id) ?? [];
  }
}

/**
 * Lay a signature over a window: the chain of its words, in order, that is worth most. A sparse form of
 * local alignment (Smith and Waterman 1981; chaining as in Abouelhoda and Ohlebusch 2005): words found
 * earn their bits; words missing, foreign words inside literal text, and line breaks cost, where a
 * placeholder may swallow words freely. Null if no word of the window's own line is in the chain.
 */
export function alignSignature(
  signature: CompiledSignature,
  window: Window,
  places: WindowPlaces,
): Alignment | null {
  const hits = collectHits(signature, places);
  let last = -1;
  let most = 0;
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i];
    if (hit === undefined) continue;
    chain(hits, i, hit, signature, window);
    const value = hit.best - endCost(signature, hit, window);
    if (last >= 0 && value <= most) continue;
    most = value;
    last = i;
  }
  return last < 0 ? null : trace(hits, last, most, signature, window);
}

function collectHits(signature: CompiledSignature, places: WindowPlaces): Hit[] {
  const hits: Hit[] = [];
  signature.words.forEach((id, word) => {
    for (const position of places.of(id)) {
      if (hits.length < MOST_HITS) hits.push({ word, position, best: 0, before: -1 });
    }
  });
  return hits;
}

/** Find the best place for a hit: at the start of a chain, or after one of the hits before it. */
function chain(hits: Hit[], nth: number, hit: Hit, signature: CompiledSignature, window: Window): void {
  const own = signature.bits[hit.word] ?? 0;
  hit.best = own - startCost(signature, hit, window);
  for (let i = nth - 1; i >= 0 && i >= nth - LOOK_BACK; i--) {
    const before = hits[i];
    if (before === undefined || before.word >= hit.word || before.position >= hit.position) continue;
    const value = before.best + own - betweenCost(signature, before, hit, window);
    if (value <= hit.best) continue;
    hit.best = value;
    hit.before = i;
  }
}

/** A head may be cut off where the line begins; elsewhere other words stand in its place. */
function startCost(signature: CompiledSignature, hit: Hit, window: Window): number {
  const cut = hit.position === 0;
  let cost = 0;
  for (let word = 0; word < hit.word; word++) cost += prefixCost(signature, word) * (cut ? COST.cutHead : 1);
  return cost + contradictionCost(signature, -1, hit.word, hit.position - hit.word - 2, hit.position, window);
}

/** Likewise a tail where the line ends. */
function endCost(signature: CompiledSignature, hit: Hit, window: Window): number {
  const lineEnds =
    hit.position === window.size - 1 || window.breaks[hit.position] !== window.breaks[hit.position + 1];
  const words = signature.words.length;
  const holes = (signature.gaps[words] ?? 0) - (signature.gaps[hit.word] ?? 0);
  let cost = 0;
  for (let word = hit.word + 1; word < words; word++) {
    cost += lineEnds ? cutCost(signature, word) : missCost(signature, word, holes === 0);
  }
  const end = lineEnds ? hit.position : hit.position + (words - hit.word) + 2;
  return cost + contradictionCost(signature, hit.word, words, hit.position, end, window);
}

function betweenCost(signature: CompiledSignature, before: Hit, hit: Hit, window: Window): number {
  const missing = hit.word - before.word - 1;
  const between = hit.position - before.position - 1;
  const holes = (signature.gaps[hit.word] ?? 0) - (signature.gaps[before.word] ?? 0);
  const replaced = holes === 0 && between > 0;
  let cost = 0;
  for (let word = before.word + 1; word < hit.word; word++) cost += missCost(signature, word, replaced);
  if (holes === 0) cost += Math.max(0, between - missing) * COST.foreignWord;
  else cost += Math.max(0, between - missing - COST.freeWords * holes) * COST.longGap;
  cost += breakCost(signature, before, hit, window);
  return cost + contradictionCost(signature, before.word, hit.word, before.position, hit.position, window);
}

function breakCost(signature: CompiledSignature, before: Hit, hit: Hit, window: Window): number {
  const from = window.breaks[before.position] ?? 0;
  const to = window.breaks[hit.position] ?? 0;
  const due = (signature.breaks[hit.word] ?? 0) - (signature.breaks[before.word] ?? 0);
  const extra = to - from - due;
  if (extra <= 0) return -extra * COST.missingBreak;
  return extra * (mayBeWrapped(window, from) ? COST.wrap : COST.lineBreak);
}

/** What a missing word costs; more where another word stands in its place. */
function missCost(signature: CompiledSignature, word: number, replaced: boolean): number {
  const bits = signature.bits[word] ?? 0;
  return (
    Math.min(bits, COST.missingWord) +
    bits * COST.missingShare +
    (replaced ? COST.replacedWord + bits * COST.replacedShare : 0)
  );
}

/** Prefixes such as `Error:` or the name of the program come and go. */
function prefixCost(signature: CompiledSignature, word: number): number {
  const bits = signature.bits[word] ?? 0;
  return Math.min(bits, COST.prefixWord) + bits * COST.missingShare;
}

function cutCost(signature: CompiledSignature, word: number): number {
  return Math.min(signature.bits[word] ?? 0, COST.cutWord);
}

/** Another code in the place of the signature's is another error, however alike the words. */
function contradictionCost(
  signature: CompiledSignature,
  fromWord: number,
  toWord: number,
  from: number,
  to: number,
  window: Window,
): number {
  let cost = 0;
  for (let word = fromWord + 1; word < toWord; word++) {
    const code = signature.codes[word] ?? 0;
    if (code === 0) continue;
    const other = code === 2 ? UNKNOWN_CODE : UNKNOWN_NUMBER;
    const end = Math.min(to, window.size);
    for (let at = Math.max(0, from + 1); at < end; at++) {
      const id = window.ids[at] ?? -1;
      const rival = id < 0 ? id === other : window.codes[id] === code && !signature.words.includes(id);
      if (!rival) continue;
      cost += code === 2 ? COST.otherCode : COST.otherNumber;
      break;
    }
  }
  return cost;
}

function trace(
  hits: readonly Hit[],
  last: number,
  bits: number,
  signature: CompiledSignature,
  window: Window,
): Alignment | null {
  const at = new Int32Array(signature.words.length).fill(-1);
  let found = 0;
  let squares = 0;
  let first = 0;
  for (let i = last; i >= 0; ) {
    const hit = hits[i];
    if (hit === undefined) break;
    at[hit.word] = hit.position;
    const own = signature.bits[hit.word] ?? 0;
    found += own;
    squares += own ** 2;
    first = hit.position;
    i = hit.before;
  }
  if (first >= window.own) return null;
  return { at, found, cost: found - bits, coverage: squares / Math.max(signature.squares, 1) };
}
