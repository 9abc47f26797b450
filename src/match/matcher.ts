import { alignSignature, WindowPlaces } from './align.ts';
import { CandidateFinder } from './candidates.ts';
import { Surroundings, weighAlignment } from './evidence.ts';
import { Findings } from './findings.ts';
import { type OpenIndex, openIndex } from './open.ts';
import { rankFindings } from './rank.ts';
import { type Segment, scanSegments } from './scan.ts';
import type { MatchIndex, MatchReport } from './types.ts';
import { openWindow } from './window.ts';

/** Lines that one message may spread over. */
const WINDOW_LINES = 4;

/** Recognises errors in any text. */
export interface Matcher {
  /** Name the known errors in a text. Never throws; takes time linear in the text and memory bounded by the index. */
  match(text: string): MatchReport;
}

/**
 * Open an index for matching. Each line of a text is compared with the few signatures that share its
 * most surprising words (candidates.ts), by alignment (align.ts); what else the text says tips the
 * balance (evidence.ts); errors that wrap others rank below them (rank.ts).
 */
export function createMatcher(index: MatchIndex): Matcher {
  const open = openIndex(index);
  return { match: (text) => matchText(open, text) };
}

function matchText(index: OpenIndex, text: string): MatchReport {
  const surroundings = new Surroundings(index);
  const finder = new CandidateFinder(index);
  const findings = new Findings();
  const ahead: Segment[] = [];
  let words = 0;
  for (const segment of scanSegments(text, index.table)) {
    words += segment.ids.length;
    surroundings.add(segment);
    ahead.push(segment);
    if (ahead.length < WINDOW_LINES) continue;
    compareLine(index, ahead, finder, findings);
    ahead.shift();
  }
  for (; ahead.length > 0; ahead.shift()) compareLine(index, ahead, finder, findings);
  return rankFindings(index, text, findings, surroundings, words + finder.operations + findings.operations);
}

/** Compare the first of some lines, and what follows it, with the signatures that it may be. */
function compareLine(
  index: OpenIndex,
  ahead: readonly Segment[],
  finder: CandidateFinder,
  findings: Findings,
): void {
  const [segment] = ahead;
  if (segment === undefined) return;
  const candidates = finder.find(segment);
  if (candidates.length === 0 || findings.repeats(segment, ahead[1])) return;
  const window = openWindow(ahead, index.codes);
  const places = new WindowPlaces(window);
  for (const number of candidates) {
    const signature = index.signatures[number];
    if (signature === undefined) continue;
    findings.operations += signature.words.length;
    const alignment = alignSignature(signature, window, places);
    if (alignment === null) continue;
    findings.add({ signature, alignment, window, odds: weighAlignment(alignment) });
  }
  findings.close();
}
