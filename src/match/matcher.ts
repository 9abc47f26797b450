import { Aligner, type Alignment } from './align.ts';
import { CandidateFinder } from './candidates.ts';
import { Surroundings, weighAlignment, weighQuery } from './evidence.ts';
import { Findings } from './findings.ts';
import { type OpenIndex, openIndex, type WholeIndex } from './open.ts';
import { isQuery } from './query.ts';
import { rankFindings } from './rank.ts';
import { type Segment, scanSegments } from './scan.ts';
import type { CompiledSignature } from './signature.ts';
import type { MatchIndex, MatchReport } from './types.ts';
import { Window } from './window.ts';

/** Lines that one message may spread over. */
const WINDOW_LINES = 4;

/** Words of a query that may be a part of a message as it was typed. */
const QUERY_WORDS = 3;

/** Recognises errors in any text. */
export interface Matcher {
  /** Name the known errors in a text. Never throws; takes time linear in the text and memory bounded by the index. */
  match(text: string): MatchReport;
}

/**
 * Open an index for matching. Each line of a text is compared with the few signatures that share its
 * most surprising words (candidates.ts), by alignment (align.ts); what else the text says tips the
 * balance (evidence.ts); errors that wrap others rank below them (rank.ts).
 *
 * @param whole of an index that is a part of a larger one (shards.ts).
 */
export function createMatcher(index: MatchIndex, whole: WholeIndex | null = null): Matcher {
  const open = openIndex(index, whole);
  return { match: (text) => matchText(open, text) };
}

function matchText(index: OpenIndex, text: string): MatchReport {
  const surroundings = new Surroundings(index);
  const comparer = new LineComparer(index);
  const ahead: Segment[] = [];
  let words = 0;
  comparer.isQuery = isQuery(text);
  for (const segment of scanSegments(text, comparer.isQuery ? index.query : index.table)) {
    words += segment.ids.length;
    surroundings.add(segment);
    ahead.push(segment);
    if (ahead.length < WINDOW_LINES) continue;
    comparer.compare(ahead);
    ahead.shift();
  }
  for (; ahead.length > 0; ahead.shift()) comparer.compare(ahead);
  const operations = words + comparer.finder.operations + comparer.findings.operations;
  return rankFindings(index, text, comparer.findings, surroundings, operations);
}

/** Compares lines with the signatures that they may be. */
class LineComparer {
  isQuery = false;
  readonly findings = new Findings();
  readonly finder: CandidateFinder;
  private readonly index: OpenIndex;
  private readonly window: Window;
  private readonly aligner: Aligner;

  constructor(index: OpenIndex) {
    this.index = index;
    this.finder = new CandidateFinder(index);
    this.window = new Window(index.codes);
    this.aligner = new Aligner(this.window);
  }

  /** Compare the first of some lines, and what follows it. */
  compare(lines: readonly Segment[]): void {
    const [segment] = lines;
    if (segment === undefined) return;
    const candidates = this.finder.find(segment);
    if (candidates.length === 0 || this.findings.repeats(segment, lines[1])) return;
    this.window.load(lines);
    for (const number of candidates) {
      const signature = this.index.signatures[number];
      if (signature === undefined) continue;
      this.findings.operations += signature.words.length;
      const alignment = this.aligner.align(signature);
      if (alignment === null) continue;
      const odds = Math.max(
        weighAlignment(alignment),
        this.isAsTyped(signature, alignment) ? weighQuery(alignment) : -Infinity,
      );
      this.findings.add({ signature, alignment, window: this.window, odds });
    }
    this.findings.close();
  }

  /** Tell whether the words of a query stand in the signature next to each other, as they were typed. */
  private isAsTyped(signature: CompiledSignature, { at }: Alignment): boolean {
    if (!this.isQuery || this.window.size > QUERY_WORDS) return false;
    const first = at.findIndex((place) => place >= 0);
    const last = at.findLastIndex((place) => place >= 0);
    const isWhole = last - first + 1 === this.window.size && !at.subarray(first, last).includes(-1);
    return isWhole && signature.gaps[first] === signature.gaps[last];
  }
}
