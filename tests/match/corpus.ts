import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FactsSchema } from '../../src/entry/schema/facts.ts';
import { toMatchInput } from '../../src/match/entry-input.ts';
import type { MatchInput } from '../../src/match/types.ts';

/** One pasted text of a public thread: its wording and shape are kept, names and prose are not. */
export interface Paste {
  id: string;
  text: string;
  /** Entries of which any is right as the first answer; empty where none may answer. */
  expect: string[];
  /** The thread. */
  url: string;
  kind: 'known' | 'unknown' | 'harmless';
}

const FIXTURES = join(import.meta.dirname, 'fixtures');
const ENTRIES = join(import.meta.dirname, '../../content/errors');

/** Read all pastes. */
export function readPastes(): Paste[] {
  return readLines('pastes.ndjson').map((line) => JSON.parse(line) as Paste);
}

/** Messages of the same tools that no entry covers, one a line: used for tuning alone. */
export function readNearMisses(): string[] {
  return readLines('near-misses.txt');
}

/** Tell whether a paste is of the half that the weights were set on. */
export function isForTuning({ id }: Pick<Paste, 'id'>): boolean {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0;
}

/**
 * Read what is indexed: a row of the catalogue each, with the further wordings known of it, or the
 * entry itself where it exists. Without `wordings` each row has the one of the catalogue.
 */
export function readInputs(wordings: boolean): MatchInput[] {
  const more = new Map(
    readLines('wordings.ndjson').map((line): [string, MatchInput] => {
      const input = JSON.parse(line) as MatchInput;
      return [input.id, input];
    }),
  );
  return readLines('catalogue.tsv')
    .slice(1)
    .map((line) => {
      const [id = '', tool = '', signature = ''] = line.split('\t');
      const row = { id, signatures: [signature], context: tool.split(/[/ ]/), wraps: [] };
      return wordings ? joinInputs(joinInputs(row, more.get(id)), readEntry(id)) : row;
    });
}

function readEntry(id: string): MatchInput | undefined {
  const file = join(ENTRIES, id, 'entry.yaml');
  if (!existsSync(file)) return undefined;
  return toMatchInput(id, FactsSchema.parse(parse(readFileSync(file, 'utf8'))));
}

function joinInputs(first: MatchInput, second: MatchInput | undefined): MatchInput {
  if (second === undefined) return first;
  return {
    id: first.id,
    signatures: [...first.signatures, ...second.signatures],
    context: [...(first.context ?? []), ...(second.context ?? [])],
    wraps: [...(first.wraps ?? []), ...(second.wraps ?? [])],
  };
}

function readLines(name: string): string[] {
  return readFileSync(join(FIXTURES, name), 'utf8').trim().split('\n');
}
