import { stripVTControlCharacters } from 'node:util';
import { printable } from '../../terminal/printable.ts';
import type { Io } from '../io.ts';

/** Ways to set a text off, as terminals do by https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ */
const CODES = { bold: [1, 22], dim: [2, 22], green: [32, 39], red: [31, 39], underline: [4, 24] } as const;

export type Style = keyof typeof CODES;

/** Sets texts off where the terminal can. */
export type Paint = (style: Style, text: string) => string;

/** Make the painter for an output. */
export function makePaint({ colour }: Pick<Io, 'colour'>): Paint {
  return (style, text) => {
    const [on, off] = CODES[style];
    return colour && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  };
}

/** Take the colours out of a text, and show as its code what else would steer a terminal: a log that is quoted must not. */
export function tame(text: string): string {
  return printable(stripVTControlCharacters(text));
}
