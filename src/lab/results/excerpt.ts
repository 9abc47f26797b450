import type { SignatureMatch } from '../../entry/signature-pattern.ts';
import { normalise } from './normalise.ts';

const LIMIT = 400;
const LONGEST_LINE = 300;
/** Lines of a signature are cut later: an outcome is borne out by what the excerpt shows. */
const LONGEST_TELLING_LINE = 2000;

/**
 * Cut the telling lines out of an output: those with the signature and what stands around them, else the
 * last ones; normalised and short.
 *
 * @param limit of characters, about.
 */
export function excerptOf(
  output: string,
  match: Pick<SignatureMatch, 'index' | 'length'> | null,
  limit = LIMIT,
): string {
  const plain = output.replaceAll('\r\n', '\n');
  const first = match === null ? -1 : lineAt(plain, match.index);
  const last = match === null ? -1 : lineAt(plain, match.index + match.length);
  const lines = normalise(plain)
    .split('\n')
    .map((line, index) =>
      cutLine(line.trimEnd(), index >= first && index <= last ? LONGEST_TELLING_LINE : LONGEST_LINE),
    );
  return match === null ? lastLines(lines, limit) : around(lines, first, last, limit);
}

function lastLines(lines: readonly string[], limit: number): string {
  const kept = lines.filter((line) => line !== '');
  let length = 0;
  let from = kept.length;
  while (from > 0 && length + (kept[from - 1] ?? '').length <= limit) {
    from--;
    length += (kept[from] ?? '').length + 1;
  }
  return withoutRepeats(kept.slice(from));
}

/** Keep the lines of the signature, then those before and after it in turn while there is room. */
function around(lines: readonly string[], first: number, last: number, limit: number): string {
  let from = first;
  let to = last;
  let length = lines.slice(from, to + 1).join('\n').length;
  const fits = (index: number): boolean => lines[index] !== undefined && length + lines[index].length < limit;
  while (fits(to + 1) || fits(from - 1)) {
    if (fits(to + 1)) length += (lines[++to] ?? '').length + 1;
    if (fits(from - 1)) length += (lines[--from] ?? '').length + 1;
  }
  return withoutRepeats(lines.slice(from, to + 1).filter((line) => line !== ''));
}

/** Write a line that comes several times in a row once: how often is a matter of time. */
function withoutRepeats(lines: readonly string[]): string {
  return lines.filter((line, index) => line !== lines[index - 1]).join('\n');
}

/** Bring an excerpt of an earlier run to the present rules, so that they reach it without running anything. */
export function refreshExcerpt(excerpt: string): string {
  return withoutRepeats(normalise(excerpt).split('\n'));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length - 1;
}

function cutLine(line: string, longest: number): string {
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
