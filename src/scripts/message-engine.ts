// Recognises messages in the browser: loads the match index and, for what was recognised, its verdict.
import type { Verdict } from '../export/match/verdict.ts';
import type { MatchReport } from '../match/types.ts';
import { type LoadedIndex, loadIndex } from './match-parts.ts';

/** Names errors in a pasted text. Nothing of the text leaves the page. */
export interface MessageEngine {
  /** Fetch the index, once; also when it is needed later. */
  load(): Promise<void>;
  match(text: string): Promise<MatchReport>;
  /** Fetch what is known of an entry in the language of the page. */
  verdict(id: string): Promise<Verdict>;
}

/**
 * Make the engine.
 *
 * @param base path of the site, with a slash at both ends
 * @param prefix of pages in the language of this page: `` or `zh/`
 */
export function createMessageEngine(base: string, prefix: string): MessageEngine {
  let loading: Promise<LoadedIndex> | null = null;
  const verdicts = new Map<string, Promise<Verdict>>();
  const index = (): Promise<LoadedIndex> => {
    loading ??= loadIndex((path) => fetchJson(base + path));
    // What failed for want of a network is tried again.
    loading.catch(() => {
      loading = null;
    });
    return loading;
  };
  return {
    load: async () => void (await index()),
    match: async (text) => (await (await index()).matcherFor(text)).match(text),
    verdict: (id) => {
      const known = verdicts.get(id) ?? fetchJson<Verdict>(`${base}${prefix}${id}.verdict.json`);
      verdicts.set(id, known);
      // What failed for want of a network is tried again.
      known.catch(() => verdicts.delete(id));
      return known;
    },
  };
}

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}
