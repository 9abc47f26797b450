// Finds the entry that a short code stands for; what knows all codes is fetched once somebody typed one.
import { readCode } from '../entry/ledger/code.ts';
import type { Verdict } from '../export/match/verdict.ts';
import type { PublishedLedger } from '../export/schema/ledger.ts';

/** The entry that a code stands for. */
export interface CodeHit {
  url: string;
  code: string;
  headline: string;
  title: string;
}

/** What became of a text that may be a code. */
export interface CodeAnswer {
  /** As it is written. */
  code: string;
  /** Whether its check character is right. */
  valid: boolean;
  /** Whether the text can be nothing else. */
  certain: boolean;
  /** Null where no entry has it. */
  hit: CodeHit | null;
}

/** Longest text that is looked at, in UTF-16 units. */
const LONGEST = 30;

let loading: Promise<Map<string, string>> | null = null;

/**
 * Find the entry for a text that may be a code.
 *
 * @param base path of the site, with a slash at both ends
 * @param prefix of pages in the language of this page: `` or `zh/`
 * @returns null for a text that is none
 */
export async function findCode(text: string, base: string, prefix: string): Promise<CodeAnswer | null> {
  const read = text.length > LONGEST ? null : readCode(text);
  if (read === null) return null;
  if (!read.valid) return { ...read, hit: null };
  loading ??= loadCodes(base);
  // What failed for want of a network is tried again.
  loading.catch(() => {
    loading = null;
  });
  const id = (await loading).get(read.code);
  return { ...read, hit: id === undefined ? null : await hitOf(id, read.code, base, prefix) };
}

async function hitOf(id: string, code: string, base: string, prefix: string): Promise<CodeHit> {
  const { signatures, title } = await fetchJson<Verdict>(`${base}${prefix}${id}.verdict.json`);
  return { url: `${base}${prefix}${id}/`, code, headline: signatures[0] ?? id, title };
}

async function loadCodes(base: string): Promise<Map<string, string>> {
  const { entries } = await fetchJson<PublishedLedger>(`${base}v1/ledger.json`);
  return new Map(
    entries.flatMap(({ id, code, aliases }) => [
      ...aliases.map((alias) => [alias.code, id] as const),
      [code, id] as const,
    ]),
  );
}

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}
