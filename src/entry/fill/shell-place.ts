import type { TemplatePart } from '../placeholders.ts';

/**
 * Where in a shell command a placeholder stands, which decides what may be put there:
 *
 * - `argument`: a word of its own, or one that begins with it, outside of quotes
 * - `part`: further inside of a word, outside of quotes
 * - `quoted-argument`: all that stands between two quotes, which are a word of their own
 * - `quoted-part`: between quotes, beside other text; a program may read that text as code once more
 * - `command`: the name of what is run
 * - `unknown`: in a here-document, a comment, or quotes that are not followed here
 */
export interface ShellPlace {
  kind: 'argument' | 'part' | 'quoted-argument' | 'quoted-part' | 'command' | 'unknown';
  /** The quotes around it. */
  quote: '"' | "'" | null;
}

/** Quotes and substitutions that are open at a place, innermost last. */
type Open = '"' | "'" | '(' | '`';

/** State of a scan through a command, by the grammar of POSIX, Shell Command Language, 2.2, 2.3 and 2.10. */
interface Scan {
  open: Open[];
  /** Whether the word that comes, or is being read, names a command. */
  command: boolean;
  /** Whether a word is being read. */
  inWord: boolean;
  /** Characters since the innermost quote was opened. */
  sinceQuote: number;
  /** Whether that quote began a word. */
  quoteBeganWord: boolean;
  /** Whether what follows is followed no more. */
  lost: boolean;
}

const SEPARATOR = /[;&|\n(){}]/;
/** Words after which another command begins. */
const BEFORE_COMMAND = /^(?:if|then|elif|else|while|until|do|!|time|exec|command|sudo|env|nohup)$/;

/**
 * Tell for each placeholder of a shell command where it stands.
 *
 * @returns one place for each placeholder part, in order
 */
export function findShellPlaces(parts: readonly TemplatePart[]): ShellPlace[] {
  const scan: Scan = {
    open: [],
    command: true,
    inWord: false,
    sinceQuote: 0,
    quoteBeganWord: false,
    lost: false,
  };
  const places: ShellPlace[] = [];
  let word = '';
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') word = readText(part.text, scan, word);
    else {
      const next = parts[index + 1];
      places.push(placeOf(scan, next?.kind === 'text' ? next.text : next === undefined ? '' : 'x'));
      scan.inWord = true;
      scan.sinceQuote++;
      word += 'x';
    }
  }
  return places;
}

function placeOf(scan: Scan, after: string): ShellPlace {
  const quote = scan.open.at(-1);
  if (scan.lost || scan.open.includes('`')) return { kind: 'unknown', quote: null };
  if (quote === '"' || quote === "'") {
    const whole =
      scan.sinceQuote === 0 && scan.quoteBeganWord && after[0] === quote && /^.(?:$|[\s;&|)])/.test(after);
    if (whole && scan.command) return { kind: 'command', quote };
    return { kind: whole ? 'quoted-argument' : 'quoted-part', quote };
  }
  if (scan.command) return { kind: 'command', quote: null };
  return { kind: scan.inWord ? 'part' : 'argument', quote: null };
}

/** Read literal text into the state of the scan; returns the word that is being read at its end. */
function readText(text: string, scan: Scan, begun: string): string {
  let word = begun;
  for (let at = 0; at < text.length && !scan.lost; at++) {
    const character = text[at] ?? '';
    const inner = scan.open.at(-1);
    scan.sinceQuote++;
    if (inner === "'") {
      if (character === "'") scan.open.pop();
    } else if (character === '\\') {
      at++;
      scan.inWord = true;
    } else if (character === '$' && text[at + 1] === '(') {
      if (text[at + 2] === '(') scan.lost = true;
      scan.open.push('(');
      at++;
      startCommand(scan);
      word = '';
    } else if (character === '$' && /['"]/.test(text[at + 1] ?? '') && inner !== '"') scan.lost = true;
    else if (character === '`') scan.open.push('`');
    else if (inner === '"') {
      if (character === '"') scan.open.pop();
    } else if (character === '"' || character === "'") {
      scan.quoteBeganWord = !scan.inWord;
      scan.inWord = true;
      scan.sinceQuote = 0;
      scan.open.push(character);
    } else if (character === '#' && !scan.inWord) scan.lost = true;
    else if (character === '<' && text[at + 1] === '<') scan.lost = true;
    else if (character === ')' && inner === '(') {
      scan.open.pop();
      scan.inWord = true;
      scan.command = false;
    } else if (/\s/.test(character) && character !== '\n') word = endWord(scan, word);
    else if (SEPARATOR.test(character)) {
      startCommand(scan);
      word = '';
    } else {
      scan.inWord = true;
      word += character;
    }
  }
  return word;
}

function startCommand(scan: Scan): void {
  scan.command = true;
  scan.inWord = false;
}

/** A blank ends a word; after an assignment or a word such as `then`, a command still follows. */
function endWord(scan: Scan, word: string): string {
  if (scan.inWord && scan.command) scan.command = /^[A-Za-z_]\w*=/.test(word) || BEFORE_COMMAND.test(word);
  scan.inWord = false;
  return '';
}
