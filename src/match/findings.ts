import type { Alignment } from './align.ts';
import type { Segment } from './scan.ts';
import type { CompiledSignature } from './signature.ts';
import type { Window } from './window.ts';

/** A signature found at a place, detached from the window that it was found in. */
export interface Finding {
  signature: CompiledSignature;
  /** Log-odds from the words of the message alone. */
  odds: number;
  /** Bits of the words found: how much the message itself says. */
  bits: number;
  /** As Alignment.coverage. */
  coverage: number;
  /** Bounds in the text of each word of the signature; -1 where it is missing. */
  starts: Int32Array;
  ends: Int32Array;
  /** First and last character of the words found. */
  from: number;
  to: number;
  /** Bounds of the lines that hold them, and the number of the first. */
  lineStart: number;
  lineEnd: number;
  line: number;
}

/** What was found on one line; equal lines share one group. */
export interface Group {
  findings: Finding[];
  /** How many lines of the text were equal. */
  count: number;
}

/** Lines with findings that are held at most, and findings of each. */
const MOST_GROUPS = 4096;
const FINDINGS_OF_LINE = 5;
/** Log-odds below which a finding is not worth holding. */
const HOPELESS = -10;

/** Holds what was found, line by line, within bounded memory. */
export class Findings {
  readonly groups: Group[] = [];
  operations = 0;
  private readonly known = new Map<string, Group>();
  private open: Finding[] = [];
  private key = '';

  /** Tell whether a line of the same words was compared before, and count it if so. */
  repeats(segment: Segment, next: Segment | undefined): boolean {
    this.key = `${segment.ids.join()}|${next?.ids.slice(0, 24).join() ?? ''}`;
    const group = this.known.get(this.key);
    if (group === undefined) return false;
    group.count++;
    return true;
  }

  /** Hold a finding of the line at hand. */
  add(found: { signature: CompiledSignature; alignment: Alignment; window: Window; odds: number }): void {
    if (found.odds > HOPELESS) this.open.push(detach(found));
  }

  /** Close the line at hand. */
  close(): void {
    const findings = this.open.sort((a, b) => b.odds - a.odds).slice(0, FINDINGS_OF_LINE);
    this.open = [];
    if (this.groups.length >= MOST_GROUPS) return;
    const group = { findings, count: 1 };
    this.known.set(this.key, group);
    if (findings.length > 0) this.groups.push(group);
  }
}

function detach({
  signature,
  alignment,
  window,
  odds,
}: {
  signature: CompiledSignature;
  alignment: Alignment;
  window: Window;
  odds: number;
}): Finding {
  const found = [...alignment.at].filter((at) => at >= 0);
  const from = window.starts[found[0] ?? 0] ?? 0;
  const to = window.ends[found.at(-1) ?? 0] ?? from;
  const first = window.segments.find(({ end }) => end >= from) ?? window.segments[0];
  const last = window.segments.find(({ end }) => end >= to) ?? window.segments.at(-1);
  return {
    signature,
    odds,
    bits: alignment.found,
    coverage: alignment.coverage,
    starts: alignment.at.map((at) => (at < 0 ? -1 : (window.starts[at] ?? -1))),
    ends: alignment.at.map((at) => (at < 0 ? -1 : (window.ends[at] ?? -1))),
    from,
    to,
    lineStart: first?.start ?? from,
    lineEnd: last?.end ?? to,
    line: first?.line ?? 1,
  };
}
