/** A piece of a line: text, or code. */
export interface Piece {
  kind: 'text' | 'code';
  text: string;
}

/** One line that says something of the error. */
export interface Fact {
  label: string;
  value: Piece[];
  /** Where it is told in full; the value is then a link. */
  url: string | null;
}

/** A command, or the content of a file, as it is to be pasted. */
export interface TicketCommand {
  /** What it is for, or null. */
  intro: string | null;
  text: string;
  /** Whether it is for a shell. */
  shell: boolean;
}

/** What a ticket says of an error, before it is written in a format. */
export interface Ticket {
  /** What the link is called: code and message. */
  label: Piece[];
  /** Address of the place of the entry that fits what was seen. */
  url: string;
  facts: Fact[];
  /** Heading of the commands. */
  commandsLabel: string;
  commands: TicketCommand[];
  /** What stands between a label and its value. */
  colon: string;
}

/** Split a title of an author: what stands between backticks is code. */
export function piecesOf(title: string): Piece[] {
  return title
    .split(/`([^`]+)`/)
    .map((text, index): Piece => ({ kind: index % 2 === 1 ? 'code' : 'text', text }))
    .filter(({ text }) => text !== '');
}

/** What is no text: control characters, and those that make text look like another, https://trojansource.codes/ */
const DECEIVING = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Make one line of a text, without what is no text. */
export function cleanLine(text: string): string {
  return text
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(DECEIVING, '')
    .trim();
}

/** Keep the lines and tabs of a command, without what is no text. */
export function cleanLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/(\n|\t)/)
    .map((part) => (part === '\n' || part === '\t' ? part : part.replace(DECEIVING, '')))
    .join('')
    .replace(/\s+$/, '');
}

/** The pieces as plain text. */
export function plainOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
