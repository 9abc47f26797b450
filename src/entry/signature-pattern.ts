import type { Placeholder, PlaceholderKind, Signature } from './schema/signature.ts';

/** A signature found in an output. */
export interface SignatureMatch {
  /** Text of the signature as the entry has it. */
  signature: string;
  /** Placeholder name to what stood in its place. */
  captures: Record<string, string>;
  /** Offset of the match in the output, in UTF-16 units. */
  index: number;
  /** Length of the match. */
  length: number;
}

/** Finds the signatures of one entry in what a tool printed. */
export interface SignatureMatcher {
  /** The most specific signature (most literal characters) in the output, or null. */
  match(output: string): SignatureMatch | null;
}

export type SignaturePart = { kind: 'text'; text: string } | { kind: 'placeholder'; name: string };

/** What a placeholder may stand for, never beyond a line; lazy, so that the literal text after it decides. */
const INSIDE: Record<PlaceholderKind, string> = {
  port: '\\d{1,5}',
  number: '-?\\d+(?:\\.\\d+)?',
  host: '\\S+?',
  address: '\\S+?',
  branch: '\\S+?',
  version: '[\\w.+-]+?',
  url: '\\S+?',
  path: '[^\\n]+?',
  module: '[^\\n]+?',
  name: '[^\\n]+?',
  text: '[^\\n]+?',
};

/**
 * Split a signature into literal text and placeholders. Every `{name}` is a placeholder here;
 * `\{` is a literal brace.
 */
export function splitSignature(text: string): SignaturePart[] {
  const parts: SignaturePart[] = [];
  let literal = '';
  const tokens = text.matchAll(/\\([{}\\])|\{([A-Za-z][A-Za-z0-9]*)\}|[^\\{]+|[\\{]/g);
  for (const [whole, escaped, name] of tokens) {
    if (name === undefined) {
      literal += escaped ?? whole;
      continue;
    }
    if (literal !== '') parts.push({ kind: 'text', text: literal });
    parts.push({ kind: 'placeholder', name });
    literal = '';
  }
  if (literal !== '') parts.push({ kind: 'text', text: literal });
  return parts;
}

/**
 * Compile the wordings of an entry. Composed headlines are left out: no tool prints them. The lines
 * of a wording must be consecutive in the output; each may have something before and after it.
 */
export function compileSignatures(
  signatures: readonly Signature[],
  placeholders: Readonly<Record<string, Placeholder>>,
): SignatureMatcher {
  const compiled = signatures
    .filter((signature) => !signature.composed)
    .map((signature) => ({ signature, ...compileSignature(signature.text, placeholders) }))
    .sort((a, b) => b.literals - a.literals);
  return {
    match(output) {
      const plain = output.replaceAll('\r\n', '\n');
      for (const { signature, pattern } of compiled) {
        const found = pattern.exec(plain);
        if (found === null) continue;
        const captures = { ...found.groups };
        return { signature: signature.text, captures, index: found.index, length: found[0].length };
      }
      return null;
    },
  };
}

function compileSignature(
  text: string,
  placeholders: Readonly<Record<string, Placeholder>>,
): { pattern: RegExp; literals: number } {
  const parts = splitSignature(text.replace(/\n+$/, ''));
  const seen = new Set<string>();
  let literals = 0;
  const source = parts.map((part, index) => {
    if (part.kind === 'text') {
      literals += part.text.replace(/\s/g, '').length;
      return escapePattern(part.text).replaceAll('\n', '[^\\n]*\\n[^\\n]*?');
    }
    if (seen.has(part.name)) return `\\k<${part.name}>`;
    seen.add(part.name);
    const kind = placeholders[part.name]?.kind ?? 'text';
    const next = parts[index + 1];
    const endsLine = next === undefined || (next.kind === 'text' && next.text.startsWith('\n'));
    return `(?<${part.name}>${endsLine ? INSIDE[kind].replace(/\?$/, '') : INSIDE[kind]})`;
  });
  return { pattern: new RegExp(source.join('')), literals };
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
