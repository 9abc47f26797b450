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
  /** Whether the line holds nothing else. */
  isAlone: boolean;
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

/** Different lines that are remembered at a time, so that equal ones need no comparing. */
const MOST_LINES = 4096;
/** Lines of one entry that are held in full; further ones are only counted. */
const LINES_OF_ENTRY = 40;
/** Findings of one line. */
const FINDINGS_OF_LINE = 5;
/** Log-odds below which a finding is not worth holding. */
const HOPELESS = -10;

/** Holds what was found, line by line, within bounded memory. */
export class Findings {
  readonly groups: Group[] = [];
  operations = 0;
  private readonly known = new Map<string, Group>();
  /** How many groups are held of each entry, and the last one that it leads. */
  private readonly held = new Map<number, number>();
  private readonly lastLed = new Map<number, Group>();
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
    const group = this.hold(findings);
    if (this.known.size >= MOST_LINES) this.known.clear();
    this.known.set(this.key, group);
  }

  /** Hold a group; where enough is held of each of its entries, count it with the last one led by the same. */
  private hold(findings: Finding[]): Group {
    const group = { findings, count: 1 };
    const leader = findings[0]?.signature.entry ?? -1;
    const entries = findings.map(({ signature }) => signature.entry);
    const last = this.lastLed.get(leader);
    if (last !== undefined && entries.every((entry) => (this.held.get(entry) ?? 0) >= LINES_OF_ENTRY)) {
      last.count++;
      return last;
    }
    if (findings.length === 0) return group;
    for (const entry of entries) this.held.set(entry, (this.held.get(entry) ?? 0) + 1);
    this.lastLed.set(leader, group);
    this.groups.push(group);
    return group;
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
    isAlone: found.length >= window.own,
    starts: alignment.at.map((at) => (at < 0 ? -1 : (window.starts[at] ?? -1))),
    ends: alignment.at.map((at) => (at < 0 ? -1 : (window.ends[at] ?? -1))),
    from,
    to,
    lineStart: first?.start ?? from,
    lineEnd: last?.end ?? to,
    line: first?.line ?? 1,
  };
}
