// A pasted log does not fit a line: the box keeps the whole text and shows how much it holds.

import { decodeLog } from '../match/decode.ts';
import { stripSequences } from '../match/sequences.ts';

/** Longest text that still counts as typed words, in UTF-16 units. */
const WORDS = 60;
/** Longest text that a link carries: browsers and chats cut longer ones. */
const IN_LINK = 4000;
/** Longest text that is shown in the box, in UTF-16 units. */
const SHOWN = 200;
/** Longest file that is read, in bytes; the end of a log is what tells. */
const FILE = 12_000_000;

/** The text that the box stands for. */
export interface Query {
  /** What was pasted or typed, whole. */
  text: string;
  /** Lines of a text that was pasted; 0 for typed words. */
  lines: number;
}

/** Make a query of what stands in the box. */
export function typedQuery(text: string): Query {
  return { text, lines: 0 };
}

/** Make a query of a pasted text. */
export function pastedQuery(text: string): Query {
  return { text, lines: text.trimEnd().split('\n').length };
}

/** Tell whether a text is words rather than a message or a log: only words go into `?q=`, which servers see. */
export function isWords(text: string): boolean {
  return text.length <= WORDS && !/[\r\n]/.test(text.trim());
}

/** Write the beginning of a text as a line of the box can show it. */
export function inOneLine(text: string): string {
  return stripSequences(text.slice(0, 4 * SHOWN))
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, SHOWN);
}

/** Write the fragment of an address that carries a text; a fragment is never sent to a server. */
export function fragmentOf(text: string): string {
  return `#q=${encodeURIComponent(text.slice(-IN_LINK))}`;
}

/** Read the text that an address carries, in its fragment or as `?q=`; null if there is none. */
export function queryOf({ hash, search }: Pick<Location, 'hash' | 'search'>): Query | null {
  if (hash.startsWith('#q=')) {
    const text = decodeFragment(hash.slice(3));
    return isWords(text) ? typedQuery(text) : pastedQuery(text);
  }
  const words = new URLSearchParams(search).get('q') ?? '';
  return words.trim() === '' ? null : typedQuery(words);
}

/** A fragment may be cut or written by hand; what cannot be decoded is taken as it stands. */
export function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'));
  } catch {
    return text;
  }
}

/** Read the text of a dropped or pasted file: of a very long one, the end. */
export async function readText(file: Blob): Promise<string> {
  const [start, end] = await Promise.all(
    [file.slice(0, 2), file.slice(Math.max(0, file.size - FILE))].map((part) => part.arrayBuffer()),
  );
  return decodeLog(new Uint8Array(end ?? []), new Uint8Array(start ?? []));
}
