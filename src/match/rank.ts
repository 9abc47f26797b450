import { readCaptures } from './capture.ts';
import { type Surroundings, toScore, weighContext } from './evidence.ts';
import type { Finding, Findings, Group } from './findings.ts';
import type { OpenIndex } from './open.ts';
import type { Match, MatchedLine, MatchReport, Near, WordWeight } from './types.ts';
import { THRESHOLD } from './weights.ts';

/** Lines shown of one error, and characters of one line. */
const MOST_LINES = 20;
const LONGEST_LINE = 400;
const MOST_NEAR = 5;

/** Log-odds, just below an answer, that a message has at most where nothing speaks for it. */
const UNSUPPORTED = -0.05;

/** All findings of one entry. */
interface Tally {
  entry: number;
  best: Finding;
  odds: number;
  contextBits: number;
  findings: Finding[];
  count: number;
  /** False where, on every line, another entry fits the same words better. */
  leads: boolean;
}

/** Turn findings into the report: entries over the threshold, root first, then what else the same words may be. */
export function rankFindings(
  index: OpenIndex,
  text: string,
  findings: Findings,
  surroundings: Surroundings,
  operations: number,
): MatchReport {
  const tallies = tally(findings.groups, surroundings);
  const sure = tallies.filter(({ leads, odds }) => leads && toScore(odds) >= THRESHOLD);
  const others = sure.length === 0 ? [] : tallies.filter(({ leads }) => !leads);
  const matches = [...rootFirst(index, sure), ...others]
    .filter(({ odds }) => toScore(odds) >= THRESHOLD)
    .map((found) => toMatch(index, text, found));
  return {
    matches,
    nearEntries: nearEntries(index, tallies, matches),
    nearFamilies: nearFamilies(surroundings),
    operations,
  };
}

function tally(groups: readonly Group[], surroundings: Surroundings): Tally[] {
  const contexts = new Map<number, number>();
  const tallies = new Map<number, Tally>();
  for (const group of groups) {
    const weighed = group.findings.map((finding) => {
      const { entry } = finding.signature;
      const contextBits = contexts.get(entry) ?? surroundings.bitsFor(entry);
      contexts.set(entry, contextBits);
      return { finding, contextBits, odds: weighAll(finding, contextBits) };
    });
    weighed.sort((a, b) => b.odds - a.odds);
    weighed.forEach((item, i) => {
      const leads = !weighed.slice(0, i).some(({ finding }) => overlap(finding, item.finding));
      addTo(tallies, item, leads, group.count);
    });
  }
  return [...tallies.values()].sort((a, b) => b.odds - a.odds);
}

/** What any program may print is no answer unless something else of the text speaks for the entry, or nothing else stands there. */
function weighAll(finding: Finding, contextBits: number): number {
  const odds = finding.odds + weighContext(contextBits, finding.coverage);
  const isSupported = contextBits > 0 || finding.isAlone || !finding.signature.isShared;
  return isSupported ? odds : Math.min(odds, UNSUPPORTED);
}

function addTo(
  tallies: Map<number, Tally>,
  { finding, contextBits, odds }: { finding: Finding; contextBits: number; odds: number },
  leads: boolean,
  count: number,
): void {
  const { entry } = finding.signature;
  const known = tallies.get(entry);
  if (known === undefined) {
    tallies.set(entry, { entry, best: finding, odds, contextBits, findings: [finding], count, leads });
    return;
  }
  const likely = toScore(odds) >= THRESHOLD;
  const sameMessage = known.findings.some(({ from, to }) => finding.from <= to && finding.to >= from);
  if (likely && !sameMessage) known.count += count;
  if (likely && !sameMessage && known.findings.length < MOST_LINES) known.findings.push(finding);
  if (saysMore(finding, known.best) && odds >= CERTAIN) known.best = finding;
  else if (saysMore(known.best, finding) && known.odds >= CERTAIN) known.leads ||= leads && likely;
  else if (isBetter({ leads, odds }, known)) Object.assign(known, { best: finding, odds, leads });
}

/** One that is an answer stands for its entry, before all one that no other entry explains better. */
function isBetter(one: Pick<Tally, 'leads' | 'odds'>, other: Pick<Tally, 'leads' | 'odds'>): boolean {
  const [a, b] = [one, other].map(({ leads, odds }) => (toScore(odds) >= THRESHOLD ? (leads ? 2 : 1) : 0));
  return a === b ? one.odds > other.odds : (a ?? 0) > (b ?? 0);
}

/** Of two wordings of one message, the one that was found whole and takes in the other tells the causes apart. */
function saysMore(finding: Finding, other: Finding): boolean {
  const whole = finding.starts.every((start) => start >= 0);
  return whole && finding.bits > other.bits && finding.from <= other.from && finding.to >= other.to;
}

/** Two findings speak of the same words if they share more than half of the shorter one's stretch. */
function overlap(a: Finding, b: Finding): boolean {
  if (a.signature.entry === b.signature.entry) return false;
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return shared > 0.5 * Math.min(a.to - a.from, b.to - b.from);
}

/** Log-odds from which on a message is as good as certain: then the one that says more stands first. */
const CERTAIN = 4;

function certainty({ odds }: Tally): number {
  return Math.min(odds, CERTAIN);
}

/** The likelier first, among certain ones the more specific, but an error that merely wraps others after those it wraps. */
function rootFirst(index: OpenIndex, sure: readonly Tally[]): Tally[] {
  const present = new Set(sure.map(({ entry }) => index.entries[entry]?.id));
  const isWrapper = ({ entry }: Tally) => {
    const { wraps, id } = index.entries[entry] ?? { wraps: new Set<string>(), id: '' };
    return [...wraps].some((wrapped) => wrapped === '*' || (wrapped !== id && present.has(wrapped)));
  };
  const ordered = [...sure].sort((a, b) => certainty(b) - certainty(a) || b.best.bits - a.best.bits);
  return [...ordered.filter((found) => !isWrapper(found)), ...ordered.filter(isWrapper)];
}

function toMatch(index: OpenIndex, text: string, found: Tally): Match {
  return {
    entry: index.entries[found.entry]?.id ?? '',
    score: round(toScore(found.odds)),
    signature: found.best.signature.text,
    captures: readCaptures(text, found.best),
    lines: [found.best, ...found.findings.filter((finding) => finding !== found.best)].map((finding) =>
      toLine(text, finding),
    ),
    count: found.count,
    words: toWords(index, found.best),
    contextBits: round(found.contextBits),
    alternative: !found.leads,
  };
}

function toLine(text: string, { line, from, to, lineStart, lineEnd }: Finding): MatchedLine {
  const start = lineEnd - lineStart <= LONGEST_LINE ? lineStart : Math.max(lineStart, from - 40);
  return { line, start: from, end: to, text: text.slice(start, Math.min(lineEnd, start + LONGEST_LINE)) };
}

function toWords(index: OpenIndex, { signature, starts }: Finding): WordWeight[] {
  return signature.words.map((id, i) => ({
    word: index.table.words[id] ?? '',
    bits: round(signature.bits[i] ?? 0),
    found: (starts[i] ?? -1) >= 0,
  }));
}

function nearEntries(index: OpenIndex, tallies: readonly Tally[], matches: readonly Match[]): Near[] {
  const answered = new Set(matches.map(({ entry }) => entry));
  return tallies
    .map(({ entry, odds }) => ({ name: index.entries[entry]?.id ?? '', score: round(toScore(odds)) }))
    .filter(({ name }) => !answered.has(name))
    .slice(0, MOST_NEAR);
}

function nearFamilies(surroundings: Surroundings): Near[] {
  return surroundings
    .families()
    .slice(0, 3)
    .map(({ name, cues }) => ({ name, score: round(cues / (cues + 4)) }));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
