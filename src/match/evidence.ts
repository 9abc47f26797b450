import type { Alignment } from './align.ts';
import type { OpenIndex } from './open.ts';
import type { Segment } from './scan.ts';
import { EVIDENCE } from './weights.ts';

/**
 * Weigh one alignment: log-odds (natural logarithm) that the line is this error, before anything else
 * of the text is considered. Bits found count up to a ceiling, a signature that stands there whole counts more, and what is missing
 * of it counts against it.
 */
export function weighAlignment({ found, cost, coverage }: Alignment): number {
  const told = Math.min(found, EVIDENCE.mostBits) - cost;
  const whole = coverage === 1 && cost < EVIDENCE.wholeCost ? EVIDENCE.whole : 0;
  const lack = Math.max(0, EVIDENCE.fullCoverage - coverage);
  return EVIDENCE.perBit * (told + whole - EVIDENCE.neededBits) - EVIDENCE.perLack * lack;
}

/**
 * Weigh what a reader typed, a word or a code, and that stands in the signature as typed: what it does
 * not say of the message does not count against it.
 */
export function weighQuery({ found }: Alignment): number {
  return EVIDENCE.perBit * (found - EVIDENCE.queryBits);
}

/** Log-odds that context adds: it speaks for a message only as far as the message itself fits. */
export function weighContext(bits: number, coverage: number): number {
  return EVIDENCE.perBit * bits * (bits > 0 ? coverage ** 2 : 1);
}

/** Turn log-odds into a chance from 0 to 1. */
export function toScore(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Collects, over a whole text, which words of context and which families it shows. */
export class Surroundings {
  private readonly index: OpenIndex;
  private readonly seen: Uint8Array;
  private readonly cues: Int32Array;

  constructor(index: OpenIndex) {
    this.index = index;
    this.seen = new Uint8Array(index.table.words.length);
    this.cues = new Int32Array(index.families.length);
  }

  /** Take in one line. */
  add(segment: Segment): void {
    for (const id of segment.ids) {
      if (id < 0 || this.seen[id] === 1) continue;
      this.seen[id] = 1;
      for (const family of this.index.cues.get(id) ?? []) this.cues[family] = (this.cues[family] ?? 0) + 1;
    }
  }

  /** Bits for or against an entry: its codes anywhere in the text, its context phrases, its own family's cues, another family's. */
  bitsFor(entry: number): number {
    const { context = [], codes = [], family = 0 } = this.index.entries[entry] ?? {};
    const phrases = context.filter((words) => words.every((word) => this.seen[word] === 1)).length;
    const own = this.cues[family] ?? 0;
    const strongest = this.cues.reduce((most, count) => Math.max(most, count), 0);
    const foreign = own === 0 && strongest >= 2 ? EVIDENCE.foreignFamily : 0;
    return (
      (codes.some((word) => this.seen[word] === 1) ? EVIDENCE.code : 0) +
      Math.min(phrases * EVIDENCE.contextPhrase, EVIDENCE.mostContext) +
      Math.min(own * EVIDENCE.familyCue, EVIDENCE.mostFamily) -
      foreign
    );
  }

  /** Families that the text shows, by how many of their cues it has. */
  families(): { name: string; cues: number }[] {
    return this.index.families
      .map((name, family) => ({ name, cues: this.cues[family] ?? 0 }))
      .filter(({ cues }) => cues > 0)
      .sort((a, b) => b.cues - a.cues);
  }
}
