import type { Entry } from '../../entry/entry.ts';

/** A wording of the message, the part of it that tells it from the others, and the causes that printed it. */
export interface Wording {
  signature: string;
  /** Id of its line among the messages of the page. */
  anchor: string;
  fragment: Fragment;
  /** Cause ids in page order; empty where the lab did not see it. */
  causes: string[];
}

/** One line of a signature; `cut` where words that others share were left out at its end. */
export interface Fragment {
  text: string;
  cut: boolean;
}

/** Causes that print the same wording; null for causes that were not reproduced. */
export interface WordingGroup {
  signature: string | null;
  causes: string[];
}

/** Words that a fragment keeps at least. */
const MIN_WORDS = 2;

/** List the wordings that tools print, those that the lab recorded first. */
export function listWordings(entry: Entry): Wording[] {
  const { signatures } = entry.facts;
  const printed = signatures.filter((one) => !one.composed).map((one) => one.text);
  const causesOf = (signature: string): string[] =>
    Object.keys(entry.facts.causes).filter((id) => entry.rates.causes[id]?.signatures.includes(signature));
  const wordings = printed.map((signature) => ({
    signature,
    anchor: `message-${signatures.findIndex((one) => one.text === signature) + 1}`,
    fragment: fragmentOf(
      signature,
      printed.filter((other) => other !== signature),
    ),
    causes: causesOf(signature),
  }));
  return wordings.sort((a, b) => Math.sign(b.causes.length) - Math.sign(a.causes.length));
}

/** Group the causes by the wording that they printed first, in the order of the facts; the unprinted last. */
export function groupCauses(entry: Entry): WordingGroup[] {
  const groups = new Map<string | null, string[]>();
  const order = [...entry.facts.signatures.map((signature) => signature.text), null];
  for (const signature of order) groups.set(signature, []);
  for (const cause of Object.keys(entry.facts.causes)) {
    groups.get(entry.rates.causes[cause]?.signatures[0] ?? null)?.push(cause);
  }
  return [...groups].flatMap(([signature, causes]) => (causes.length > 0 ? [{ signature, causes }] : []));
}

/**
 * Find the part of a wording that tells it from the others: its first line that no other has, without
 * the words at its end that another ends with too.
 *
 * @example fragmentOf('recv() failed while reading', ['send() failed while reading'])
 * // => { text: 'recv() failed', cut: true } when at least two words are left
 */
export function fragmentOf(signature: string, others: readonly string[]): Fragment {
  const own = linesOf(signature);
  const foreign = others.map(linesOf);
  const line = own.find((candidate) => !foreign.some((lines) => lines.includes(candidate))) ?? own[0] ?? '';
  const words = line.split(' ');
  const shared = Math.max(0, ...foreign.flat().map((other) => commonTail(words, other.split(' '))));
  if (shared < MIN_WORDS || words.length - shared < MIN_WORDS) return { text: line, cut: false };
  return { text: words.slice(0, words.length - shared).join(' '), cut: true };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replaceAll(/ {2,}/g, ' '))
    .filter((line) => line !== '');
}

function commonTail(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}
