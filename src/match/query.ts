/** Characters of what may be typed, not a pasted message. */
const LONGEST = 60;

/** Tell whether a text may have been typed: codes are then found by their parts, and a part of a message is enough. */
export function isQuery(text: string): boolean {
  return text.length <= LONGEST && !/[\r\n]/.test(text.trim());
}
