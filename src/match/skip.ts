import { BREAK, kindOf } from './characters.ts';

/** What stands at a place instead of plain text: where it ends, and whether it breaks the line or is an apostrophe. */
export interface Skip {
  end: number;
  what: 'nothing' | 'break' | 'apostrophe';
}

const ESC = 0x1b;
const CSI = 0x9b;
const BACKSLASH = 0x5c;
const AMPERSAND = 0x26;
const LESS = 0x3c;
/** Longest control sequence or entity that is looked for; keeps the scan linear. */
const LONGEST = 32;

/**
 * Step over what only dresses a text: ANSI sequences (ECMA-48), character references of HTML, `<br>`,
 * and the escapes of JSON and JavaScript strings. Null where plain text stands.
 */
export function skipDress(text: string, at: number): Skip | null {
  const unit = text.charCodeAt(at);
  if (unit === ESC || unit === CSI) return { end: ansiEnd(text, at), what: 'nothing' };
  if (unit === BACKSLASH) return skipEscape(text, at);
  if (unit === AMPERSAND) return skipEntity(text, at);
  if (unit === LESS && /^<br\s*\/?>/i.test(text.slice(at, at + 6))) {
    return { end: text.indexOf('>', at) + 1, what: 'break' };
  }
  return null;
}

function ansiEnd(text: string, at: number): number {
  let end = at + 1;
  if (text.charCodeAt(at) === ESC && text[end] !== '[') return text[end] === ']' ? oscEnd(text, end) : end;
  if (text[end] === '[') end++;
  const limit = Math.min(text.length, at + LONGEST);
  while (end < limit && text.charCodeAt(end) < 0x40) end++;
  return Math.min(end + 1, text.length);
}

/** An operating system command (titles, links) ends with BEL or ESC \. */
function oscEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + 8 * LONGEST);
  for (let end = at + 1; end < limit; end++) {
    if (text.charCodeAt(end) === 0x07) return end + 1;
    if (text.charCodeAt(end) === ESC) return Math.min(end + 2, text.length);
    if (kindOf(text.charCodeAt(end)) === BREAK) return end;
  }
  return at + 1;
}

/** `\u001b[31m`, `\x1b[0m`, `\033[1m`, `\e[m`, `\u0027`; `\n` and the like only where no word goes on (see scan.ts). */
function skipEscape(text: string, at: number): Skip | null {
  const coded = /^\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(033)|(e)(?=\[))/i.exec(text.slice(at, at + 6));
  if (coded === null) return { end: at + 1, what: 'nothing' };
  const hex = coded[1] ?? coded[2];
  const code = hex === undefined ? ESC : Number.parseInt(hex, 16);
  const end = at + coded[0].length;
  if (code === ESC) return { end: text[end] === '[' ? ansiEnd(text, end - 1) : end, what: 'nothing' };
  return { end, what: whatIs(code) };
}

function skipEntity(text: string, at: number): Skip | null {
  const entity = /^&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/i.exec(text.slice(at, at + 12));
  if (entity === null) return null;
  const [whole, hex, decimal, name] = entity;
  const end = at + whole.length;
  if (name !== undefined) return { end, what: /^(?:apos|rsquo)$/.test(name) ? 'apostrophe' : 'nothing' };
  return { end, what: whatIs(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) };
}

function whatIs(code: number): Skip['what'] {
  if (code === 0x27 || code === 0x2019) return 'apostrophe';
  return kindOf(code) === BREAK ? 'break' : 'nothing';
}
