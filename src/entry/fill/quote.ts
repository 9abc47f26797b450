import type { ShellPlace } from './shell-place.ts';

/** Longest value that is put into a command, in UTF-16 units. */
const LONGEST = 400;

/** What no shell, and no program that reads an argument as code, takes for anything but text. */
const PLAIN = /^[\p{L}\p{N}_./:@%+=,-]+$/u;

/** Control characters, and those that make text look like another: https://trojansource.codes/ */
const DECEIVING = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/**
 * Write a value so that a POSIX shell makes of it, at this place, one argument (or the piece of one) with
 * exactly these characters, and no program an option.
 *
 * @returns the text to put there, or null where nothing that is safe can be put
 */
export function quoteForShell(value: string, { kind, quote }: ShellPlace): string | null {
  if (value === '' || value.length > LONGEST || DECEIVING.test(value)) return null;
  if (kind === 'command') return null;
  const plain = PLAIN.test(value);
  // In the middle of a text that a program reads once more, as awk and `sh -c` do, quotes would not help.
  if (kind === 'quoted-part' || kind === 'unknown') return plain ? value : null;
  if (kind !== 'part' && value.startsWith('-')) return null;
  if (kind === 'quoted-argument') return quote === '"' ? escapeInDouble(value) : escapeInSingle(value);
  if (kind === 'argument' && value.startsWith('~/') && PLAIN.test(value.slice(1))) return value;
  return plain ? value : `'${escapeInSingle(value)}'`;
}

function escapeInSingle(value: string): string {
  return value.replaceAll("'", "'\\''");
}

/** An interactive shell expands `!` between double quotes, and no escape there takes it away again. */
function escapeInDouble(value: string): string | null {
  return value.includes('!') ? null : value.replace(/[\\"$`]/g, '\\$&');
}

/** Take a value as it is into a file or a setting, where no shell reads it; null where it might be read as syntax. */
export function fitForText(value: string): string | null {
  return value.length <= LONGEST && PLAIN.test(value) ? value : null;
}
