/** Characters that take two columns of a terminal: East Asian wide and full-width, by Unicode Standard Annex 11. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/**
 * Break a text into lines of at most so many columns, between words, or between any two wide characters.
 *
 * @param indent stands before every line
 */
export function wrap(text: string, columns: number, indent = ''): string {
  const room = Math.max(20, columns - widthOf(indent));
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(
    /[ \t]*(?:[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+)/g,
  ) ?? []) {
    if (line !== '' && widthOf(line + piece) > room && !/^[，。；：、！？）》”]/.test(piece.trim())) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  if (line !== '') lines.push(line);
  return lines.map((one) => indent + one).join('\n');
}
