/**
 * Colours and other sequences of a terminal (ECMA-48), also with the escape character as strings write it; that one
 * only before a bracket, since `\e` begins names in Windows paths.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal sequences begin with ESC
const SEQUENCE = /(?:\u001b\[?|\u009b|\\(?:u001b|x1b|033|e)\[)[\d;?]*[A-Za-z]/gi;

/** Take the colours of a terminal out of a text. */
export function stripSequences(text: string): string {
  return text.replace(SEQUENCE, '');
}
