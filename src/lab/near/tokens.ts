import type { Placeholder, PlaceholderKind } from '../../entry/schema/signature.ts';
import { splitSignature } from '../../entry/signature-pattern.ts';

/** A word, a Han character or a sign. */
export interface Token {
  text: string;
  /** White space before it. */
  space: string;
  /** How much it says: a rare word more than a common one, a sign little. */
  weight: number;
}

/** A word of a signature, or a placeholder, which stands for one token or several. */
export interface SignatureToken extends Token {
  placeholder: { name: string; kind: PlaceholderKind } | null;
}

const TOKEN = /\n|\p{Script=Han}|[[\p{L}\p{N}_]--\p{Script=Han}]+|\S/gv;

/** Words that stand in messages of every kind. */
const COMMON = new Set(
  'a an and are as at be but by can cannot could did do does error errors failed failure fatal file for from has have in info invalid is it its line no not of on or such that the this to was were while with warning'.split(
    ' ',
  ),
);

/** Split a text into tokens; a line break is one. */
export function tokensOf(text: string): Token[] {
  let end = 0;
  return [...text.matchAll(TOKEN)].map((match) => {
    const space = text.slice(end, match.index);
    end = match.index + match[0].length;
    return { text: match[0], space, weight: weightOf(match[0]) };
  });
}

/** Split a signature into tokens and placeholders. */
export function signatureTokens(
  text: string,
  placeholders: Readonly<Record<string, Placeholder>>,
): SignatureToken[] {
  let open = '';
  return splitSignature(text.replace(/\n+$/, '')).flatMap((part): SignatureToken[] => {
    if (part.kind === 'text') {
      const tokens = tokensOf(part.text).map((token) => ({ ...token, placeholder: null }));
      if (tokens[0] !== undefined) tokens[0].space = open + tokens[0].space;
      open = /[^\S\n]*$/.exec(part.text)?.[0] ?? '';
      return tokens;
    }
    const space = open;
    open = '';
    const placeholder = { name: part.name, kind: placeholders[part.name]?.kind ?? 'text' };
    return [{ text: `{${part.name}}`, space, weight: 0, placeholder }];
  });
}

function weightOf(text: string): number {
  if (/^\p{Script=Han}$/v.test(text)) return 1;
  if (!/[\p{L}\p{N}]/v.test(text)) return 0.15;
  if (/^\d+$/.test(text) || text.length === 1) return 0.4;
  return COMMON.has(text.toLowerCase()) ? 0.4 : 1;
}
