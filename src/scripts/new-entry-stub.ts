import { commonBits } from '../match/common-words.ts';
import { stripSequences } from '../match/sequences.ts';

/** Longest message that goes into a stub, in UTF-16 units. */
const LONGEST = 300;

/** What a line looks like that says what went wrong. */
const TELLING =
  /\b(?:error|fatal|failed|failure|exception|panic|denied|refused|cannot|can't|not found|unable)\b|[\p{L}]*(?:Error|Exception)\b|报错|错误|失败|无法/iu;

/** What a stub must not carry out of the reader's text: what varies, and what may be a secret. */
const HIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s'"<>]+/gi, '{url}'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '{address}'],
  [
    /\b(?:eyJ[\w-]+\.[\w-]+\.[\w-]*|(?:gh[pousr]|github_pat|glpat|npm|sk|pk|xox[abp]|AKIA|ASIA|AIza)[-_]?[A-Za-z0-9_-]{12,})/g,
    '{secret}',
  ],
  [/\b(?:Bearer|Basic|Digest)\s+[^\s"',;]+/gi, '{secret}'],
  [/(?<=\s--?(?:password|passwd|pass|token|secret|api-?key|user)(?:\s+|=))[^\s"',;]+/gi, '{secret}'],
  [
    /(?<=(?:password|passwd|pwd|token|secret|api[_-]?key|authorization|cookie)["']?\s*[:=]\s*["']?)(?!\{)[^\s"',;]+/gi,
    '{secret}',
  ],
  [/\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?/g, '{time}'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '{host}'],
  [/(?:[A-Za-z]:\\|~?\/)[\w.@+-]+(?:[\\/][\w.@+-]+)+/g, '{path}'],
  // A host by its domain; a package of Java is taken for one too, which does no harm.
  [/(?<![\w./-])(?:[a-z0-9-]+\.){2,}[a-z]{2,}(?::\d+)?(?![\w.])/g, '{host}'],
  [/\b(?=[A-Za-z0-9+]*\d)(?=[A-Za-z0-9+]*[A-Z])(?=[A-Za-z0-9+]*[a-z])[A-Za-z0-9+]{24,}={0,2}/g, '{id}'],
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b(?=[a-f]*\d)[0-9a-f]{16,}\b/gi, '{id}'],
];

/** What is known of a text that no entry has, without what varies and what may be a secret. */
export interface Stub {
  /** Its telling line, as a signature. */
  signature: string;
  /** The start of entry.yaml. */
  yaml: string;
  /** The words of the line that say most, to search for. */
  words: string[];
}

/** Words that are offered to search for. */
const MOST_WORDS = 4;
/** Bits from which on a word is worth it. */
const TELLING_BITS = 8;

/**
 * Write the start of entry.yaml for a message that no entry has: its telling line, with what varies and
 * what may be a secret replaced. Null where the text has no line that tells of an error.
 */
export function makeStub(text: string): Stub | null {
  const lines = text.split('\n').map((line) => line.trim());
  const line = lines.find((one) => TELLING.test(one)) ?? null;
  if (line === null) return null;
  const signature = HIDDEN.reduce(
    (result, [pattern, name]) => result.replace(pattern, name),
    stripSequences(line).slice(0, LONGEST).replaceAll(/[{}]/g, '\\$&'),
  );
  const yaml = `# entry.yaml\nsignatures:\n  - '${signature.replaceAll("'", "''")}'\n`;
  return { signature, yaml, words: tellingWords(signature) };
}

/** Pick the words of a signature that are the least common, in their order; placeholders are none. */
function tellingWords(signature: string): string[] {
  const words = signature.replaceAll(/(?<!\\)\{\w+\}/g, ' ').match(/[\p{L}\p{N}_]{3,}/gu) ?? [];
  const bits = new Map(words.map((word) => [word, commonBits(word.toLowerCase())]));
  const best = [...bits]
    .filter(([, own]) => own >= TELLING_BITS)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_WORDS);
  return [...bits.keys()].filter((word) => best.some(([other]) => other === word));
}
