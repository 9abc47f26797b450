import type { OpenIndex } from './open.ts';
import type { Segment } from './scan.ts';
import { pairKey } from './statistics.ts';

/** Signatures of a line that are compared in full at most. */
const MOST_CANDIDATES = 8;
/** Bits that a line must share with a signature before the two are compared in full. */
const LEAST_BITS = 7;
/** The same for a short signature, as a share of its bits. */
const LEAST_SHARE = 0.6;

/**
 * Chooses the signatures that share the most surprising words with a line, by way of the postings.
 * The work of a word is bounded by the longest posting.
 */
export class CandidateFinder {
  private readonly index: OpenIndex;
  private readonly bits: Float32Array;
  private readonly seen: Int32Array;
  private stamp = 0;
  operations = 0;

  constructor(index: OpenIndex) {
    this.index = index;
    this.bits = new Float32Array(index.signatures.length);
    this.seen = new Int32Array(index.table.words.length);
  }

  /** Numbers of the signatures worth comparing, most bits first. */
  find(segment: Segment): number[] {
    const touched: number[] = [];
    this.stamp++;
    let before = -1;
    for (const id of segment.ids) {
      this.addPostings(id, before, touched);
      before = id;
    }
    const best = this.pickBest(touched);
    for (const number of touched) this.bits[number] = 0;
    return best;
  }

  private addPostings(id: number, before: number, touched: number[]): void {
    this.operations++;
    if (id < 0) return;
    const { postings, pairPostings, signatures } = this.index;
    if (this.seen[id] !== this.stamp) {
      this.seen[id] = this.stamp;
      for (const number of postings.get(id) ?? []) this.add(number, bitsOf(signatures[number], id), touched);
    }
    if (before < 0 || pairPostings.size === 0) return;
    for (const number of pairPostings.get(pairKey(before, id)) ?? []) this.add(number, 4, touched);
  }

  private add(number: number, bits: number, touched: number[]): void {
    this.operations++;
    if (this.bits[number] === 0) touched.push(number);
    this.bits[number] = (this.bits[number] ?? 0) + bits;
  }

  /** Most shared bits first; among equals the signature that is covered best. */
  private pickBest(touched: readonly number[]): number[] {
    const { signatures } = this.index;
    const rank = (number: number) => {
      const bits = this.bits[number] ?? 0;
      return bits * (0.5 + (0.5 * bits) / Math.max(bits, signatures[number]?.total ?? bits));
    };
    const worth = touched.filter((number) => {
      const total = signatures[number]?.total ?? 0;
      return (this.bits[number] ?? 0) >= Math.min(LEAST_BITS, total * LEAST_SHARE);
    });
    return worth
      .map((number) => ({ number, rank: rank(number) }))
      .sort((a, b) => b.rank - a.rank)
      .slice(0, MOST_CANDIDATES)
      .map(({ number }) => number);
  }
}

function bitsOf(signature: { words: number[]; bits: number[] } | undefined, id: number): number {
  return signature?.bits[signature.words.indexOf(id)] ?? 0;
}
