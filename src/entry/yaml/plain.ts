import { FAILSAFE_SCHEMA, type LoadState, load, Type } from 'js-yaml';
import { isScalar, Schema } from 'yaml';

/** What a plain scalar stands for, by the very rules of `yaml`. */
const SCHEMA = FAILSAFE_SCHEMA.extend({
  implicit: new Schema({ schema: 'core' }).tags.flatMap((tag) => {
    if (!('test' in tag) || tag.test === undefined) return [];
    const { test, resolve } = tag;
    return new Type(`plain:${String(test)}`, {
      kind: 'scalar',
      resolve: (text) => typeof text === 'string' && test.test(text),
      construct: (text) => {
        const value: unknown = resolve(text, () => undefined, {});
        return isScalar(value) ? value.value : value;
      },
    });
  }),
});

/** What the two parsers may not read alike, wherever it looks so. Linear, and found in few files. */
const UNSURE = [
  // Tabs and other characters than text.
  /[^\n\x20-\x7e\u00a1-\u2027\u202a-\ufefe\uff00-\ufffd]/,
  // Directives, and marks of documents.
  /(?:^|\n)(?:%|---|\.\.\.)/,
  // A comment that stands against what ends before it.
  /["'\]}]#/,
  // Keys behind a question mark.
  /(?:^|[\n[{,:])[ -]*\?(?=\s|$)/,
  // Blocks of text that say how far they are indented, and lines of spaces.
  /[|>][-+]?\d[-+]? *(?=[\n#]|$)|(?:^|\n) +(?=\n|$)/,
  // An item of a list that has a list in its line, or nothing.
  /(?:^|[\n -])- +-(?=\s|$)|(?:^|\n) *-[ -]*(?=[\n#]|$)/,
];

/** Keys that another value may have become, that reach into objects, or are longer than a key may be. */
const NO_KEY =
  /^$|^[-+]?(?:\d|Infinity|NaN)|[,[\]]|^(?:null|true|false|constructor|prototype|__proto__)$|.{100}/is;

const MAX_DEPTH = 30;

/**
 * Read a YAML text without the place of anything in it, in a tenth of the time that `yaml` takes.
 *
 * @returns null where that might read the text otherwise, or find something wrong with it; it must be asked then
 */
export function readPlain(text: string): { value: Record<string, unknown> } | null {
  if (UNSURE.some((sign) => sign.test(text))) return null;
  const begun: { position: number; line: number }[] = [];
  let sure = true;
  const listener = (event: 'open' | 'close', state: LoadState): void => {
    if (event === 'open') begun.push({ position: state.position, line: state.line });
    else if (!isPlainNode(text, begun.pop(), state)) sure = false;
  };
  let value: unknown;
  try {
    value = load(text, { schema: SCHEMA, maxDepth: MAX_DEPTH, listener });
  } catch {
    return null;
  }
  return sure && isMap(value) && hasPlainKeys(value) ? { value } : null;
}

/** What follows a key. */
const KEY = / *:/y;

/** Whether a node has neither anchor nor tag, is no list for a key, and stands in one line where it is written in brackets or quotes. */
function isPlainNode(
  text: string,
  begun: { position: number; line: number } | undefined,
  { anchorMap, tag, kind, line, position }: LoadState,
): boolean {
  for (const _ in anchorMap) return false;
  if (tag !== null && tag !== '?' && !tag.startsWith('plain:')) return false;
  KEY.lastIndex = position;
  if (kind === 'sequence' && KEY.test(text)) return false;
  if (begun === undefined || begun.line === line) return true;
  const sign = /[^ ]/.exec(text.slice(begun.position, begun.position + 200))?.[0] ?? '';
  return kind === 'scalar' ? '|>'.includes(sign) : !'[{'.includes(sign);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasPlainKeys(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(hasPlainKeys);
  return !isMap(value) || Object.entries(value).every(([key, one]) => !NO_KEY.test(key) && hasPlainKeys(one));
}
