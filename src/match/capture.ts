import type { Finding } from './findings.ts';
import { stripSequences } from './sequences.ts';
import { HOLE } from './signature.ts';

/** Longest value that is captured, in UTF-16 units. */
const LONGEST_VALUE = 300;

/**
 * Read what stood in the place of each placeholder: the text between the words found on either side of
 * it, less the signature's own punctuation. A name that stands twice keeps its first value; one whose
 * neighbours are missing in the text is left out.
 */
export function readCaptures(text: string, finding: Finding): Record<string, string> {
  const { signature } = finding;
  const captures: Record<string, string> = {};
  let nth = 0;
  signature.between.forEach((pattern, i) => {
    const literals = pattern.split(HOLE);
    const names = signature.names.slice(nth, nth + literals.length - 1);
    nth += names.length;
    const region = names.length === 0 ? null : regionOf(text, finding, i);
    if (region === null) return;
    const values =
      i === 0 ? readBackward(region, literals) : readForward(region, literals, i < signature.words.length);
    names.forEach((name, k) => {
      const value = tidy(values[k] ?? '');
      if (value !== '' && !(name in captures)) captures[name] = value;
    });
  });
  return captures;
}

/** The text before word i: from the word before it, or from the start of the line; after the last word, to the end of the line. */
function regionOf(text: string, finding: Finding, i: number): string | null {
  const { starts, ends } = finding;
  const start = i === 0 ? finding.lineStart : (ends[i - 1] ?? -1);
  const end = i === starts.length ? finding.lineEnd : (starts[i] ?? -1);
  if (start < 0 || end < start) return null;
  if (i === 0) return text.slice(Math.max(start, end - 2 * LONGEST_VALUE), end);
  return text.slice(start, Math.min(end, start + 2 * LONGEST_VALUE));
}

/** Before the first word only the right side is held: the value reaches back to the literal before it, or to a space. */
function readBackward(region: string, literals: readonly string[]): string[] {
  const values: string[] = [];
  let rest = region;
  for (let k = literals.length - 2; k >= 0; k--) {
    rest = withoutEnd(rest, literals[k + 1] ?? '');
    const literal = (literals[k] ?? '').trim();
    const found = literal === '' ? -1 : rest.lastIndexOf(literal);
    const from = found >= 0 ? found + literal.length : rest.search(/\S*$/);
    values.unshift(rest.slice(from));
    rest = found >= 0 ? rest.slice(0, from) : rest.slice(0, from).trimEnd();
  }
  return values;
}

function readForward(region: string, literals: readonly string[], held: boolean): string[] {
  let rest = withoutStart(region, literals[0] ?? '');
  const values: string[] = [];
  for (let k = 1; k < literals.length; k++) {
    const literal = (literals[k] ?? '').trim();
    const last = k === literals.length - 1;
    const end = last && held ? withoutEnd(rest, literals[k] ?? '').length : valueEnd(rest, literal, last);
    values.push(rest.slice(0, end));
    rest = rest.slice(end + literal.length);
  }
  return values;
}

/** Where a value ends: at the literal after it. A single sign splits at its last place before a space, as in `:::3000`. */
function valueEnd(rest: string, literal: string, last: boolean): number {
  const run = rest.search(/\s|$/);
  if (literal === '') return last ? rest.length : run;
  const inRun = last ? -1 : rest.slice(0, run).lastIndexOf(literal);
  const found = literal.length === 1 && inRun > 0 ? inRun : rest.indexOf(literal, 1);
  return found < 0 ? rest.length : found;
}

function withoutStart(text: string, literal: string): string {
  const trimmed = text.trimStart();
  return trimmed.startsWith(literal.trim()) ? trimmed.slice(literal.trim().length) : trimmed;
}

function withoutEnd(text: string, literal: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith(literal.trim())
    ? trimmed.slice(0, trimmed.length - literal.trim().length)
    : trimmed;
}

/** Take off quotes, spaces and control sequences around a value, and bound it. */
function tidy(value: string): string {
  return stripSequences(value)
    .slice(0, LONGEST_VALUE)
    .replace(/\p{Cc}/gu, ' ')
    .replace(/^[\s'"`‘’“”\\]+|(?:['"`‘’“”\\][.,;:]?|\s)+$/g, '');
}
