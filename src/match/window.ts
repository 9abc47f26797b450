import type { Segment } from './scan.ts';

/** A line of this many characters may have been wrapped by a terminal. */
const WRAPPED_LENGTH = 60;
/** Words that a window holds: those of its own segment, and of the lines after it. */
const MOST_WORDS = 256;
/** Words that it takes from the lines after its own at most. */
const LOOK_AHEAD = 96;

/**
 * Words of a segment and of the lines after it, as far as one message may reach. One window is loaded
 * again and again, so that a long log costs no memory.
 */
export class Window {
  readonly ids = new Int32Array(MOST_WORDS);
  readonly starts = new Int32Array(MOST_WORDS);
  readonly ends = new Int32Array(MOST_WORDS);
  /** How many line breaks stand before word i; a wrapped line's counts too. */
  readonly breaks = new Int32Array(MOST_WORDS);
  /** Of each word of the vocabulary: code (2), number (1), neither (0). */
  readonly codes: Uint8Array;
  segments: readonly Segment[] = [];
  /** How many words it holds, and how many of them are of the first segment. */
  size = 0;
  own = 0;
  private readonly firstPlace: Int32Array;
  private readonly nextPlace = new Int32Array(MOST_WORDS);

  constructor(codes: Uint8Array) {
    this.codes = codes;
    this.firstPlace = new Int32Array(codes.length).fill(-1);
  }

  /** Put a segment and those that follow it into one row of words. */
  load(segments: readonly Segment[]): void {
    for (let at = 0; at < this.size; at++) this.firstPlace[Math.max(0, this.ids[at] ?? 0)] = -1;
    this.segments = segments;
    this.size = 0;
    this.own = Math.min(segments[0]?.ids.length ?? 0, MOST_WORDS - LOOK_AHEAD);
    let breaks = 0;
    segments.forEach((segment, nth) => {
      if (nth > 0 && segment.breaks) breaks++;
      this.add(segment, breaks, nth === 0 ? this.own : this.own + LOOK_AHEAD);
    });
    for (let at = this.size - 1; at >= 0; at--) {
      const id = this.ids[at] ?? -1;
      if (id < 0) continue;
      this.nextPlace[at] = this.firstPlace[id] ?? -1;
      this.firstPlace[id] = at;
    }
  }

  /** The first place of a word; -1 if it is not in the window. */
  first(id: number): number {
    return this.firstPlace[id] ?? -1;
  }

  /** The next place of the word that stands at a place; -1 after the last. */
  next(place: number): number {
    return this.nextPlace[place] ?? -1;
  }

  /** Tell whether a line of the window is long enough that a terminal may have wrapped it. */
  mayBeWrapped(nth: number): boolean {
    const segment = this.segments[nth];
    return segment !== undefined && segment.end - segment.start >= WRAPPED_LENGTH;
  }

  private add(segment: Segment, breaks: number, most: number): void {
    const count = Math.min(segment.ids.length, most - this.size);
    for (let i = 0; i < count; i++) {
      const at = this.size + i;
      this.ids[at] = segment.ids[i] ?? -1;
      this.starts[at] = segment.starts[i] ?? 0;
      this.ends[at] = segment.ends[i] ?? 0;
      this.breaks[at] = breaks;
    }
    this.size += count;
  }
}
