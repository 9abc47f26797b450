/** Control characters but for line ends and tabs, and marks that turn the direction of a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it is about
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Make a text of a sandbox harmless for a terminal: what would move the cursor, change the title or the
 * clipboard, or hide what stands there is shown as its code.
 *
 * @example printable('\u001b[2Jgone') // => '\\x1b[2Jgone'
 */
export function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNPRINTABLE, (character) => {
    const code = character.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
  });
}
