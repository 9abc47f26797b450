import { stringify } from 'yaml';
import type { Pair } from './align.ts';
import type { NearMiss } from './near-miss.ts';

/**
 * Write the difference word by word: `[-gone-]`, `{+added+}`, placeholders as the signature has them.
 *
 * @example // => 'address already in [-use-]{+usage+}: {host}'
 */
export function formatDifference(pairs: readonly Pair[]): string {
  let text = '';
  for (let at = 0; at < pairs.length; ) {
    const run = runAt(pairs, at);
    const differs = run.some(({ kind }) => isChange(kind));
    text += differs ? changeText(run) : sameText(run);
    at += run.length;
  }
  return text.trim();
}

/**
 * Write the message as a signature: what was printed, with the placeholders where they were filled.
 */
export function wordingOf(pairs: readonly Pair[]): string {
  let text = '';
  let filled: string | null = null;
  for (const { kind, signature, printed } of pairs) {
    if (printed === null) continue;
    const name = kind === 'filled' ? (signature?.text ?? '') : null;
    if (name === null) text += printed.space + escapeBraces(printed.text);
    else if (name !== filled) text += printed.space + name;
    filled = name;
  }
  // Signs before a word that is gone say nothing.
  return text.replace(/^[\s:,;]+/, '').trim();
}

/**
 * Write an entry of `signatures`, ready to paste.
 *
 * @param locale of the scenario, or undefined for the usual one.
 */
export function signatureYaml({ alignment }: NearMiss, locale: string | undefined): string {
  const text = wordingOf(alignment.pairs);
  const language = locale?.includes('_') ? locale.split('.')[0] : undefined;
  const item = language === undefined || language.startsWith('en') ? text : { text, locale: language };
  return stringify([item], {
    lineWidth: 0,
    singleQuote: true,
    defaultStringType: text.includes('\n') ? 'PLAIN' : 'QUOTE_SINGLE',
    defaultKeyType: 'PLAIN',
  }).trimEnd();
}

/**
 * Say how a message comes close to a signature, and what to add where.
 *
 * @param where it was printed: environment and cause.
 * @param file that has the signatures.
 */
export function formatNearMiss(miss: NearMiss, where: string, file: string, locale?: string): string {
  const percent = Math.round(miss.alignment.similarity * 100);
  return [
    `close to a signature, but none (${percent} % of its words), ${where}:`,
    `  printed     ${indent(miss.printed.trim(), 14)}`,
    `  signature   ${indent(miss.signature.trim(), 14)}`,
    `  difference  ${indent(formatDifference(miss.alignment.pairs), 14)}`,
    `  → if it is the same error, add under signatures in ${file}:`,
    `      ${indent(signatureYaml(miss, locale), 6)}`,
  ].join('\n');
}

function isChange(kind: Pair['kind']): boolean {
  return kind === 'changed' || kind === 'gone' || kind === 'added';
}

/** The pairs from one on that are all changes, or all none. */
function runAt(pairs: readonly Pair[], from: number): Pair[] {
  const change = isChange(pairs[from]?.kind ?? 'same');
  let to = from;
  while (to < pairs.length && isChange(pairs[to]?.kind ?? 'same') === change) to++;
  return pairs.slice(from, to);
}

function sameText(run: readonly Pair[]): string {
  return run
    .map(({ kind, signature, printed }, index) => {
      if (kind !== 'filled') return (printed?.space ?? '') + (printed?.text ?? '');
      return run[index - 1]?.signature === signature ? '' : (printed?.space ?? '') + (signature?.text ?? '');
    })
    .join('');
}

function changeText(run: readonly Pair[]): string {
  const gone = run.flatMap(({ signature }) => signature ?? []);
  const added = run.flatMap(({ printed }) => printed ?? []);
  const join = (tokens: readonly { space: string; text: string }[]): string =>
    tokens.map(({ space, text }) => space + text).join('');
  const space = (added[0] ?? gone[0])?.space ?? '';
  const old = gone.length === 0 ? '' : `[-${join(gone).trim()}-]`;
  return `${space}${old}${added.length === 0 ? '' : `{+${join(added).trim()}+}`}`;
}

function escapeBraces(text: string): string {
  return text === '{' || text === '}' ? `\\${text}` : text;
}

function indent(text: string, by: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(by)}`);
}
