import type { Facts } from '../../entry/schema/facts.ts';
import { compileSignatures } from '../../entry/signature-pattern.ts';
import { type Alignment, align } from './align.ts';
import { type SignatureToken, signatureTokens, type Token, tokensOf } from './tokens.ts';

/** A message that comes close to a signature and is none of them. */
export interface NearMiss {
  signature: string;
  printed: string;
  alignment: Alignment;
}

/** Below this share of common words it is another message. */
const SIMILAR = 0.65;
/** Signatures that say less than this are close to too much. */
const LEAST_WEIGHT = 2.5;
const LONGEST_LINE = 400;
const MOST_LINES = 400;

/** Finds what comes close to the signatures of an entry in what a tool printed. */
export type NearMissFinder = (output: string) => NearMiss[];

/** Prepare the search for an entry. */
export function nearMissFinder({
  signatures,
  placeholders,
}: Pick<Facts, 'signatures' | 'placeholders'>): NearMissFinder {
  const matcher = compileSignatures(signatures, placeholders);
  const wanted = signatures
    .filter(({ composed }) => !composed)
    .map(({ text }) => ({
      text,
      tokens: signatureTokens(text, placeholders),
      lines: text.trimEnd().split('\n').length,
    }))
    .filter(({ tokens }) => weigh(tokens) >= LEAST_WEIGHT);
  return (output) => {
    const lines = output.replaceAll('\r\n', '\n').split('\n').slice(-MOST_LINES);
    const known = new Set(lines.flatMap((_, index) => coveredBy(matcher, lines, index)));
    const found = wanted.flatMap(({ text, tokens, lines: count }) =>
      windows(lines, count, known).flatMap((printed) => compare(text, tokens, printed)),
    );
    return bestOfEach(found);
  };
}

/** List the lines that a signature covers, those of several lines included, when it begins at a line. */
function coveredBy(
  matcher: ReturnType<typeof compileSignatures>,
  lines: readonly string[],
  at: number,
): number[] {
  if (matcher.match(lines[at] ?? '') !== null) return [at];
  for (const count of [2, 3, 4]) {
    const window = lines.slice(at, at + count);
    if (window.length === count && matcher.match(window.join('\n')) !== null)
      return window.map((_, offset) => at + offset);
  }
  return [];
}

/** Texts of so many consecutive lines of which no signature knows one. */
function windows(lines: readonly string[], count: number, known: ReadonlySet<number>): string[] {
  const texts = lines.flatMap((_, at) => {
    const window = lines.slice(at, at + count);
    if (
      window.length < count ||
      window.some((line, offset) => known.has(at + offset) || line.length > LONGEST_LINE)
    )
      return [];
    return [window.join('\n')];
  });
  return [...new Set(texts)];
}

function compare(signature: string, tokens: readonly SignatureToken[], printed: string): NearMiss[] {
  const words = tokensOf(printed);
  if (shared(tokens, words) < SIMILAR * 0.7 * weigh(tokens)) return [];
  const alignment = align(tokens, words);
  return alignment.similarity >= SIMILAR && alignment.similarity < 1
    ? [{ signature, printed, alignment }]
    : [];
}

/** Weight of the words of a signature that stand anywhere in an output: alignment cannot find more. */
function shared(tokens: readonly SignatureToken[], words: readonly Token[]): number {
  const texts = new Set(words.map(({ text }) => text));
  return weigh(tokens.filter(({ text }) => texts.has(text)));
}

function weigh(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { weight }) => sum + weight, 0);
}

/** Keep the closest signature for each message, the closest messages first. */
function bestOfEach(found: readonly NearMiss[]): NearMiss[] {
  const sorted = [...found].sort((a, b) => b.alignment.similarity - a.alignment.similarity);
  const taken = new Set<string>();
  return sorted.filter(({ printed }) => {
    const lines = printed.split('\n');
    if (lines.some((line) => taken.has(line))) return false;
    for (const line of lines) taken.add(line);
    return true;
  });
}
