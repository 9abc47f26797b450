/**
 * GitHub-flavoured Markdown from plain text. Facts are escaped so that they come back as they were,
 * and no more than that: the source is read in tickets too. Rules: https://github.github.com/gfm/
 */

/** What becomes a link by itself; only what is said to be one shall be. */
const AUTOLINK = /(https?|ftp|www|[\w.+-])(:(?=\/\/)|(?<=www)\.|@)/gi;

/** Escape text for use inside a line; line breaks become spaces. */
export function inline(text: string): string {
  return ends(marks(text));
}

/**
 * Escape a text in which an author marks code by backticks, as titles, notes and undos do.
 *
 * @example rich('Raise `proxy_read_timeout`, *always*') // => 'Raise `proxy_read_timeout`, \\*always\\*'
 */
export function rich(text: string): string {
  if (!text.includes('`')) return inline(text);
  const parts = text.split(/`([^`]+)`/);
  return ends(parts.map((part, index) => (index % 2 === 1 ? code(part) : marks(part))).join(''));
}

/** Write a heading, with a number before it if given one. */
export function heading(level: number, text: string, position?: number): string {
  const mark = '#'.repeat(level);
  return position === undefined ? `${mark} ${rich(text)}` : `${mark} ${position}. ${rich(text)}`;
}

/** Write a code span, whatever backticks it holds. */
export function code(text: string): string {
  const line = text.replace(/\r?\n/g, ' ');
  const ticks = '`'.repeat(longestRun(line) + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${ticks}${pad}${line}${pad}${ticks}`;
}

/** Write a fenced block, its fence longer than any inside. */
export function fence(text: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${ticks}${language}\n${text.replace(/\n$/, '')}\n${ticks}`;
}

/** Write a link. */
export function link(label: string, url: string): string {
  return `[${inline(label)}](${encodeAddress(url)})`;
}

/** Write an address that is its own label. */
export function address(url: string): string {
  return `<${encodeAddress(url)}>`;
}

/** Write a list of lines that are Markdown already. */
export function list(lines: string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** Write a table of texts as authors write them. Code with a pipe stays text: GFM has no sure way to write it. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const text = (cells: string[]): string =>
    line(cells.map((cell) => (/`[^`]*\|[^`]*`/.test(cell) ? inline(cell) : rich(cell))));
  return [text(head), line(head.map(() => '---')), ...rows.map(text)].join('\n');
}

/** Join blocks with an empty line between; empty ones are left out. */
export function blocks(parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part.trim() !== '').join('\n\n');
}

/** Escape what means something anywhere in a line. */
function marks(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  // Most texts hold nothing to escape, and thousands of pages hold many texts.
  if (!/[\\`*[\]<~|&_@:]|www/i.test(line)) return line;
  return line
    .replace(/[\\`*[\]<~|]/g, '\\$&')
    .replace(/&(?=[#a-z])/gi, '\\&')
    .replace(AUTOLINK, '$1\\$2')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_');
}

/** Escape what means something at the start or end of a line: headings, quotes, lists, rules. */
function ends(line: string): string {
  const trimmed = line.trim();
  if (!/^[#>+\d=-]|#$/.test(trimmed)) return trimmed;
  return trimmed
    .replace(/#$|^[#>]|^[+-](?=\s|$)|^[-=](?=[-=\s]*$)/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

/** Encode what would end the address of a link. */
export function encodeAddress(url: string): string {
  return url.replace(
    /[()<>\\ \n]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
}

function longestRun(text: string): number {
  if (!text.includes('`')) return 0;
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
}
