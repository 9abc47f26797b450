import { betweenCost, endCost, startCost } from './cost.ts';
import type { CompiledSignature } from './signature.ts';
import type { Window } from './window.ts';

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

/** Places of one word that are tried, and pairs of word and place in all; both bound the work. */
const PLACES_OF_WORD = 6;
const MOST_HITS = 128;
/** Hits that one may follow: those just before it. */
const LOOK_BACK = 28;

/**
 * Lays signatures over a window: the chain of a signature's words, in order, that is worth most. A
 * sparse form of local alignment (Smith and Waterman 1981; chaining as in Abouelhoda and Ohlebusch
 * 2005): words found earn their bits; words missing, foreign words inside literal text, and line
 * breaks cost (cost.ts), where a placeholder may swallow words freely.
 */
export class Aligner {
  private readonly window: Window;
  /** Of each hit: the signature's word, its place in the window, the best chain that ends there, the hit before. */
  private readonly words = new Int32Array(MOST_HITS);
  private readonly places = new Int32Array(MOST_HITS);
  private readonly best = new Float64Array(MOST_HITS);
  private readonly before = new Int32Array(MOST_HITS);

  constructor(window: Window) {
    this.window = window;
  }

  /** Align one signature; null if no word of the window's own line is in the best chain. */
  align(signature: CompiledSignature): Alignment | null {
    const hits = this.collect(signature);
    let last = -1;
    let most = 0;
    for (let hit = 0; hit < hits; hit++) {
      this.chain(signature, hit);
      const [word = 0, place = 0] = [this.words[hit], this.places[hit]];
      const value = (this.best[hit] ?? 0) - endCost(signature, word, place, this.window);
      if (last >= 0 && value <= most) continue;
      most = value;
      last = hit;
    }
    return last < 0 ? null : this.trace(signature, last, most);
  }

  private collect(signature: CompiledSignature): number {
    let hits = 0;
    for (let word = 0; word < signature.words.length; word++) {
      let place = this.window.first(signature.words[word] ?? -1);
      for (let nth = 0; place >= 0 && nth < PLACES_OF_WORD && hits < MOST_HITS; nth++) {
        this.words[hits] = word;
        this.places[hits] = place;
        place = this.window.next(place);
        hits++;
      }
    }
    return hits;
  }

  /** Find the best place for a hit: at the start of a chain, or after one of the hits before it. */
  private chain(signature: CompiledSignature, hit: number): void {
    const word = this.words[hit] ?? 0;
    const place = this.places[hit] ?? 0;
    const own = signature.bits[word] ?? 0;
    let best = own - startCost(signature, word, place, this.window);
    let before = -1;
    for (let i = hit - 1; i >= 0 && i >= hit - LOOK_BACK; i--) {
      const fromWord = this.words[i] ?? 0;
      const fromPlace = this.places[i] ?? 0;
      const most = (this.best[i] ?? 0) + own;
      if (fromWord >= word || fromPlace >= place || most <= best) continue;
      const value = most - betweenCost(signature, fromWord, word, fromPlace, place, this.window);
      if (value <= best) continue;
      best = value;
      before = i;
    }
    this.best[hit] = best;
    this.before[hit] = before;
  }

  private trace(signature: CompiledSignature, last: number, bits: number): Alignment | null {
    const at = new Int32Array(signature.words.length).fill(-1);
    let found = 0;
    let squares = 0;
    let first = 0;
    for (let hit = last; hit >= 0; hit = this.before[hit] ?? -1) {
      const word = this.words[hit] ?? 0;
      const own = signature.bits[word] ?? 0;
      first = this.places[hit] ?? 0;
      at[word] = first;
      found += own;
      squares += own ** 2;
    }
    if (first >= this.window.own) return null;
    return { at, found, cost: found - bits, coverage: squares / Math.max(signature.squares, 1) };
  }
}
