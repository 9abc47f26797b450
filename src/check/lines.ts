import type { Nodes } from 'mdast';
import type { ParsedEntry } from '../entry/load/parse.ts';
import { type Place, START } from '../entry/problems/problem.ts';
import type { Block, Outline } from '../entry/prose/outline.ts';
import type { YamlFile } from '../entry/yaml/document.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import type { Complaint } from './context.ts';
import { at } from './places.ts';

/** Stands for a code span in a line: what is in it is nobody's prose. */
export const CODE = '\uFFFC';

/** A paragraph, heading, table cell, title or text of entry.yaml, in one language. */
export interface Line {
  file: string;
  /** Words as they are read, each code span replaced by `CODE`. */
  text: string;
  /** Find where a character of the text stands in the file. */
  placeAt(index: number): Place;
}

/** List all that readers of a language read of an entry, but for commands. */
export function linesOf({ outlines, yaml }: Pick<ParsedEntry, 'outlines' | 'yaml'>, locale: Locale): Line[] {
  const outline = outlines[locale];
  return [
    ...(outline === null ? [] : proseLines(outline)),
    ...(yaml === null ? [] : localizedLines(yaml, yaml.value, locale, [])),
  ];
}

/** Where a match begins, as problems need it. */
export function placeIn(line: Line, index: number): { file: string; line: number; column: number } {
  return { file: line.file, ...line.placeAt(index) };
}

/** A slip in a text: where it begins, what it is, what to write. */
export interface Slip {
  index: number;
  message: string;
  tip: string;
}

/** Turn the slips in lines into complaints at their places. */
export function complain(lines: readonly Line[], find: (text: string) => Slip[]): Complaint[] {
  return lines.flatMap((line) =>
    find(line.text).map(({ index, message, tip }) => at(placeIn(line, index), message, tip)),
  );
}

/** List a block and the steps in it, one after the other. */
export function withSteps(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...block.steps]);
}

function proseLines(outline: Outline): Line[] {
  const { file, title, summary } = outline;
  const head = [
    fixedLine(file, title, () => frontmatterPlace(outline, 'title')),
    fixedLine(file, summary, () => frontmatterPlace(outline, 'summary')),
  ];
  const blocks = withSteps(outline.blocks).flatMap((block) => [
    ...[block.title, block.short ?? '']
      .filter(Boolean)
      .map((text) => fixedLine(file, text, () => block.place)),
    ...block.content.flatMap((node) => blockLines(outline, node)),
  ]);
  return [...head, ...blocks];
}

/** A text whose characters are not followed to their places: a title, or a value in YAML. */
export function fixedLine(file: string, text: string, place: () => Place): Line {
  return { file, text: text.replace(/`[^`]*`/g, CODE), placeAt: place };
}

function frontmatterPlace({ source }: Outline, key: string): Place {
  const line = source.split('\n').findIndex((one) => one.startsWith(`${key}:`));
  return line === -1 ? START : { line: line + 1, column: key.length + 3 };
}

/** List the paragraphs, headings and table cells in a node of a Markdown tree. */
export function blockLines(outline: Pick<Outline, 'file' | 'source'>, node: Nodes): Line[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const { file, source } = outline;
    const pieces = piecesOf(node);
    const text = pieces.map((piece) => piece.text).join('');
    // Only a slip is followed to its place.
    return [{ file, text, placeAt: (index) => placeOfOffset(source, offsetOf(pieces, source, index)) }];
  }
  return 'children' in node ? node.children.flatMap((child) => blockLines(outline, child)) : [];
}

/** Words of a node, or what stands for them, with the part of the source that they were read from. */
interface Piece {
  text: string;
  start: number;
  end: number;
}

function piecesOf(node: Nodes): Piece[] {
  const start = node.position?.start.offset ?? 0;
  const standsFor = (text: string): Piece[] => [{ text, start, end: start }];
  // An expression in a page of the guide stands for a word or a figure, as code does.
  if (node.type === 'inlineCode' || node.type === 'mdxTextExpression') return standsFor(CODE);
  if (node.type === 'mdxJsxTextElement' && node.children.length === 0) return standsFor(CODE);
  if (node.type === 'break') return standsFor(' ');
  if (node.type === 'text') return [{ text: node.value, start, end: node.position?.end.offset ?? start }];
  return 'children' in node ? node.children.flatMap(piecesOf) : [];
}

/** Where in the source a character of the text of pieces stands. */
function offsetOf(pieces: readonly Piece[], source: string, index: number): number | undefined {
  let before = 0;
  for (const piece of pieces) {
    if (index < before + piece.text.length) return align(piece, source, index - before);
    before += piece.text.length;
  }
  return undefined;
}

/** Follow the text of a piece through its source, which has escapes and indentation besides. */
function align({ text, start, end }: Piece, source: string, index: number): number {
  let offset = start;
  let place = start;
  for (const unit of text.slice(0, index + 1).split('')) {
    const found = source.indexOf(unit, offset);
    const stands = found !== -1 && found < end;
    if (stands) offset = found + 1;
    place = stands ? found : Math.min(offset, end);
  }
  return place;
}

function placeOfOffset(source: string, offset = 0): Place {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Texts {en, zh} anywhere in a YAML file. */
export function localizedLines(
  yaml: YamlFile,
  value: unknown,
  locale: Locale,
  path: readonly PropertyKey[],
): Line[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isLocalized(value)) {
    return [fixedLine(yaml.file, value[locale], () => yaml.placeOf([...path, locale]))];
  }
  const entries: [PropertyKey, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  return entries.flatMap(([key, item]) => localizedLines(yaml, item, locale, [...path, key]));
}

function isLocalized(value: object): value is Record<Locale, string> {
  return LOCALES.every((locale) => typeof Reflect.get(value, locale) === 'string');
}
