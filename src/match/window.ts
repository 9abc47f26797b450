import type { Segment } from './scan.ts';

/** Words of a segment and of the lines after it, as far as one message may reach. */
export interface Window {
  segments: readonly Segment[];
  ids: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  /** How many line breaks stand before word i; a wrapped line's counts too. */
  breaks: Int32Array;
  /** How many words are of the first segment. */
  own: number;
  size: number;
  /** Of each word of the vocabulary: code (2), number (1), neither (0). */
  codes: Uint8Array;
}

/** Words that a window adds from the lines after its own at most. */
const LOOK_AHEAD = 96;
/** A line of this many characters may have been wrapped by a terminal. */
export const WRAPPED_LENGTH = 60;

/** Put a segment and those that follow it into one row of words. */
export function openWindow(segments: readonly Segment[], codes: Uint8Array): Window {
  const own = segments[0]?.ids.length ?? 0;
  const most = own + LOOK_AHEAD;
  const window: Window = {
    segments,
    ids: new Int32Array(most),
    starts: new Int32Array(most),
    ends: new Int32Array(most),
    breaks: new Int32Array(most),
    own,
    size: 0,
    codes,
  };
  let breaks = 0;
  segments.forEach((segment, nth) => {
    if (nth > 0 && segment.breaks) breaks++;
    addWords(window, segment, breaks, most);
  });
  return window;
}

function addWords(window: Window, segment: Segment, breaks: number, most: number): void {
  const count = Math.min(segment.ids.length, most - window.size);
  for (let i = 0; i < count; i++) {
    const at = window.size + i;
    window.ids[at] = segment.ids[i] ?? -1;
    window.starts[at] = segment.starts[i] ?? 0;
    window.ends[at] = segment.ends[i] ?? 0;
    window.breaks[at] = breaks;
  }
  window.size += count;
}

/** Tell whether the n-th line of a window is long enough that a terminal may have wrapped it. */
export function mayBeWrapped(window: Window, nth: number): boolean {
  const segment = window.segments[nth];
  return segment !== undefined && segment.end - segment.start >= WRAPPED_LENGTH;
}
