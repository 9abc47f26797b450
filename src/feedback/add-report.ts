import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Pair, parseDocument, stringify, type YAMLMap } from 'yaml';
import type { Report } from '../entry/schema/facts.ts';
import { FeedbackTrouble } from './read-issue.ts';

/** Keys that stand behind the reports in entry.yaml, as the schema has them. */
const AFTER = new Set(['estimates', 'dropped', 'related', 'aliases', 'withdrawn']);

/**
 * Add a report to the text of entry.yaml. Every other character of it stays: comments, order, quotes.
 *
 * @throws FeedbackTrouble if it has this report already, or cannot be read
 */
export function addReport(text: string, report: Report): string {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents))
    throw new FeedbackTrouble('entry.yaml cannot be read: `npm run check` says where');
  const before = document.toJS() as { reports?: Report[] };
  const reports = before.reports ?? [];
  const same = reports.find(
    ({ url, cause, remedy }) => url === report.url && cause === report.cause && remedy === report.remedy,
  );
  if (same !== undefined) throw new FeedbackTrouble(`${report.url} is already among the reports`);
  const written = insert(text, document.contents, lineOf(report));
  const after = parseDocument(written).toJS() as unknown;
  // What the text looked like must not have misled us.
  if (!isDeepStrictEqual(plain(after), plain({ ...before, reports: [...reports, asWritten(report)] })))
    throw new FeedbackTrouble('the report could not be put into entry.yaml: add it by hand');
  return written;
}

/** Absent where it is not known. */
function asWritten({ versions, ...report }: Report): object {
  return versions === null ? report : { ...report, versions };
}

/** Key order is no matter of meaning. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function lineOf(report: Report): string {
  return stringify(asWritten(report), { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

function insert(text: string, contents: YAMLMap, line: string): string {
  const pair = (contents.items as Pair[]).find(({ key }) => isScalar(key) && key.value === 'reports');
  if (pair === undefined) return splice(text, placeForKey(text, contents), `reports:\n  - ${line}\n`);
  const seq = pair.value;
  if (isSeq(seq) && !seq.flow && seq.range) {
    const [start] = seq.range;
    const indent = text.slice(text.lastIndexOf('\n', start) + 1, start);
    const last = seq.items.at(-1) as { range?: [number, number, number] } | undefined;
    const end = endOfLine(text, last?.range?.[1] ?? start);
    return splice(text, end, `${indent}- ${line}\n`);
  }
  if (isSeq(seq) && seq.range) {
    const [start, end] = seq.range;
    const inner = text
      .slice(start + 1, end - 1)
      .trim()
      .replace(/,$/, '');
    return `${text.slice(0, start)}[${inner === '' ? '' : `${inner}, `}${line}]${text.slice(end)}`;
  }
  throw new FeedbackTrouble('reports of entry.yaml is no list: make it one');
}

/** Before the first key that comes after the reports, and the comments above it; else at the end. */
function placeForKey(text: string, contents: YAMLMap): number {
  const next = (contents.items as Pair[]).find(({ key }) => isScalar(key) && AFTER.has(String(key.value)));
  const start = isScalar(next?.key) ? next.key.range?.[0] : undefined;
  if (start === undefined) return text.length;
  let place = start;
  for (;;) {
    const above = text.lastIndexOf('\n', place - 2) + 1;
    if (place === 0 || !/^\s*#/.test(text.slice(above, place))) return place;
    place = above;
  }
}

function endOfLine(text: string, offset: number): number {
  // The end of a node may already stand behind its line end.
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

function splice(text: string, offset: number, added: string): string {
  const before = text.slice(0, offset);
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${added}${text.slice(offset)}`;
}
