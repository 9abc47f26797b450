import {
  Composer,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
  parseDocument,
} from 'yaml';
import { type Place, type Problem, START } from '../problems/problem.ts';
import { readPlain } from './plain.ts';

/** Larger files are refused unread: no entry comes near, and parsing them would stall the build. */
const MAX_LENGTH = 512 * 1024;
/** What stands deeper takes the parser more than its share of time. */
const MAX_DEPTH = 50;
/** Keys that reach into JavaScript objects rather than name something. */
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** A YAML file as data, with the place of everything in it. */
export interface YamlFile {
  file: string;
  /** The whole as plain data; null where the file could not be read. */
  value: unknown;
  /** Find the value at a path; where that is absent, the nearest thing around it. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** Find the key at a path, rather than its value. */
  placeOfKey(path: readonly PropertyKey[]): Place;
  problems: Problem[];
}

/**
 * Parse a YAML 1.2 text that holds data only: no aliases, no tags, no key twice, none that reaches
 * into JavaScript objects, none that looks like a number (those would lose their place in the order).
 *
 * @param offset lines that stand above the text in its file, for front matter
 */
export function parseYaml(file: string, text: string, offset = 0): YamlFile {
  const plain = text.length > MAX_LENGTH ? null : readPlain(text);
  if (plain === null) return parseWithPlaces(file, text, offset);
  // Only what is wrong with its values needs their places.
  let placed: YamlFile | null = null;
  const places = (): YamlFile => {
    placed ??= parseWithPlaces(file, text, offset);
    return placed;
  };
  return {
    file,
    value: plain.value,
    placeOf: (path) => places().placeOf(path),
    placeOfKey: (path) => places().placeOfKey(path),
    problems: [],
  };
}

/** Do what `parseYaml` does for any text, with all that is wrong with it. */
export function parseWithPlaces(file: string, text: string, offset: number): YamlFile {
  const problems: Problem[] = [];
  const counter = new LineCounter();
  const place = (position: number): Place => {
    const { line, col } = counter.linePos(position);
    return { line: line + offset, column: col };
  };
  const report = (position: number, message: string, tip: string): void => {
    problems.push({ file, ...place(position), rule: 'yaml', message, tip });
  };
  if (text.length > MAX_LENGTH) {
    const message = `the file has ${text.length} characters`;
    const tip = `files of an entry have at most ${MAX_LENGTH}: move what is long elsewhere`;
    problems.push({ file, ...START, rule: 'yaml', message, tip });
    return { file, value: null, placeOf: () => START, placeOfKey: () => START, problems };
  }
  const { tokens, deep } = lex(text);
  if (deep !== null) {
    const before = text.slice(0, deep);
    const line = before.split('\n').length + offset;
    const column = deep - before.lastIndexOf('\n');
    const message = `this stands more than ${MAX_DEPTH} levels deep`;
    problems.push({ file, line, column, rule: 'yaml', message, tip: 'close brackets and lists before' });
    return { file, value: null, placeOf: () => START, placeOfKey: () => START, problems };
  }
  const document = compose(text, tokens, counter);
  for (const error of withoutFollowers([...document.errors, ...document.warnings])) {
    report(error.pos[0], sentence(error.message), advise(error.code));
  }
  refuse(document.contents, report);
  return {
    file,
    value: problems.length === 0 ? (document.toJS({ maxAliasCount: 0 }) as unknown) : null,
    placeOf: (path) => place(start(find(document, path).value)),
    placeOfKey: (path) => {
      const { key, value } = find(document, path);
      return place(start(key ?? value));
    },
    problems,
  };
}

/**
 * Split a text into tokens, up to where brackets, or lists that begin on one line, stand deeper than any file
 * needs; `deep` is null where nothing does.
 */
function lex(text: string): { tokens: string[]; deep: number | null } {
  const tokens: string[] = [];
  let position = 0;
  let brackets = 0;
  let marks = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') brackets++;
    else if (token === ']' || token === '}') brackets--;
    else if (token === '-' || token === '?') marks++;
    else if (token.includes('\n')) marks = 0;
    if (brackets + marks > MAX_DEPTH) return { tokens, deep: position };
    if (!MARKS.has(token)) position += token.length;
    tokens.push(token);
  }
  return { tokens, deep: null };
}

/** What `parseDocument` does, but for a text that is split already: that is a fifth of its work. */
function compose(text: string, tokens: readonly string[], counter: LineCounter): Document.Parsed {
  const options = { uniqueKeys: true, prettyErrors: false };
  const parser = new Parser(counter.addNewLine);
  counter.addNewLine(0);
  function* parse(): ReturnType<Parser['parse']> {
    for (const token of tokens) yield* parser.next(token);
    yield* parser.end();
  }
  const [document, second] = new Composer(options).compose(parse(), true, text.length);
  // It knows best what to say of several documents.
  if (document === undefined || second !== undefined) return parseDocument(text, options) as Document.Parsed;
  return document as Document.Parsed;
}

/** Tokens of the lexer that stand for no text: document, flow error, scalar. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f']);

/** Faults of data, each of which stands for itself; after a fault of syntax the parser finds many that are none. */
const FAULTS_OF_DATA = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED', 'BAD_ALIAS']);

function withoutFollowers<Fault extends { code: string }>(faults: readonly Fault[]): Fault[] {
  const first = faults.find(({ code }) => !FAULTS_OF_DATA.has(code));
  return faults.filter((fault) => fault === first || FAULTS_OF_DATA.has(fault.code));
}

type Report = (position: number, message: string, tip: string) => void;

/** Refuse what is no plain data: in a node, and in what it holds. */
function refuse(node: unknown, report: Report): void {
  if (isPair(node)) {
    refuseKey(node, report);
    refuse(node.key, report);
    refuse(node.value, report);
  } else if (isAlias(node)) {
    report(start(node), `*${node.source} is an alias`, 'write the value out again');
  } else if (isNode(node)) {
    if (node.anchor !== undefined)
      report(start(node), `&${node.anchor} is an anchor`, 'leave it out: aliases are not read');
    if (node.tag !== undefined) report(start(node), `${node.tag} is a tag`, 'write plain data, without tags');
    if (isCollection(node)) for (const item of node.items) refuse(item, report);
  }
}

function refuseKey(pair: Pair, report: Report): void {
  const key: unknown = isScalar(pair.key) ? pair.key.value : pair.key;
  const position = start(pair.key);
  if (typeof key === 'string' && PROTOTYPE_KEYS.has(key)) {
    report(position, `${key} cannot be a key`, 'choose another name');
  } else if (/^(0|[1-9]\d*)$/.test(String(key))) {
    report(
      position,
      `the key ${String(key)} is a number`,
      'begin the key with a letter: numbers lose their place in the order',
    );
  } else if (typeof key !== 'string') {
    report(position, 'a key must be text', 'put the key in quotes');
  }
}

/** Walk down a path as far as it goes; a step that is not there is skipped, since schemas may add steps. */
function find(document: Document, path: readonly PropertyKey[]): { key: unknown; value: unknown } {
  let found: { key: unknown; value: unknown } = { key: null, value: document.contents };
  for (const step of path) {
    const { value } = found;
    if (isSeq(value) && typeof step === 'number' && value.items[step] !== undefined) {
      found = { key: null, value: value.items[step] };
    } else if (isMap(value)) {
      const pair = value.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair !== undefined) found = { key: pair.key, value: pair.value ?? pair.key };
    }
  }
  return found;
}

function start(node: unknown): number {
  if (isPair(node)) return start(node.key);
  return (node as Node | null)?.range?.[0] ?? 0;
}

function sentence(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function advise(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'leave one of them';
  if (code === 'TAB_AS_INDENT') return 'indent with spaces';
  if (code === 'TAG_RESOLVE_FAILED') return 'write plain data, without tags';
  return 'put text with : # { } [ ] or quotes in it between quotes, and check the indentation';
}
