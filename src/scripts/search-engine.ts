import { findRelaxed, hasLoosely } from './search-words.ts';

/** An entry that has the words of a query. */
export interface WordHit {
  /** Path with the base. */
  url: string;
  headline: string;
  /** What is known to fix it, in a few words. */
  verdict: string;
}

/** What was found, and for which words if not for all. */
export interface WordAnswer {
  hits: WordHit[];
  total: number;
  /** The words that were left, where not all of the query was found; else null. */
  relaxed: string | null;
  /** Filter to value to how many entries with these words have it, other filters being what they are. */
  counts: Counts;
}

export type Counts = Record<string, Record<string, number>>;

/** Filter to the one value that is wanted. */
export type Filters = Readonly<Record<string, string>>;

/** Finds entries by their words. */
export interface WordEngine {
  search(text: string, limit: number, filters?: Filters): Promise<WordAnswer>;
}

/**
 * Make the engine for words: Pagefind, loaded when it is first asked.
 * Pagefind takes the index of the language of the page by itself.
 *
 * @param folder path of the index, with a slash at its end
 */
export function createWordEngine(folder: string): WordEngine {
  let loading: Promise<Pagefind> | null = null;
  return {
    async search(text, limit, filters = {}) {
      loading ??= load(folder);
      const pagefind = await loading;
      let counts: Counts = {};
      const find = async (words: string): Promise<PagefindResult[]> => {
        const found = await pagefind.search(words, { filters });
        const { results } = found;
        counts = found.filters;
        const best = await results[0]?.data();
        return best !== undefined && hasLoosely(`${best.meta['title']} ${best.content}`, words)
          ? results
          : [];
      };
      const { results, relaxed } = await findRelaxed(find, text);
      const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
      return { hits: pages.map(hitOf), total: results.length, relaxed, counts };
    },
  };
}

async function load(folder: string): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`);
  // Only then do answers count what filters would leave.
  await pagefind.filters();
  return pagefind;
}

function hitOf({ url, meta }: PagefindPage): WordHit {
  return { url, headline: meta['title'] ?? url, verdict: meta['verdict'] ?? '' };
}

/** The part of Pagefind's interface that is used; see https://pagefind.app/docs/api/. */
interface Pagefind {
  search(
    words: string,
    options: { filters: Filters },
  ): Promise<{ results: PagefindResult[]; filters: Counts }>;
  filters(): Promise<Counts>;
}

interface PagefindResult {
  data(): Promise<PagefindPage>;
}

interface PagefindPage {
  url: string;
  /** The indexed text. */
  content: string;
  meta: Record<string, string>;
}
