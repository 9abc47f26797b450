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
}

/** Finds entries by their words. */
export interface WordEngine {
  search(text: string, limit: number): Promise<WordAnswer>;
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
    async search(text, limit) {
      loading ??= import(/* @vite-ignore */ `${folder}pagefind.js`);
      const pagefind = await loading;
      const find = async (words: string): Promise<PagefindResult[]> => {
        const { results } = await pagefind.search(words);
        const best = await results[0]?.data();
        return best !== undefined && hasLoosely(`${best.meta['title']} ${best.content}`, words)
          ? results
          : [];
      };
      const { results, relaxed } = await findRelaxed(find, text);
      const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
      return { hits: pages.map(hitOf), total: results.length, relaxed };
    },
  };
}

function hitOf({ url, meta }: PagefindPage): WordHit {
  return { url, headline: meta['title'] ?? url, verdict: meta['verdict'] ?? '' };
}

/** The part of Pagefind's interface that is used; see https://pagefind.app/docs/api/. */
interface Pagefind {
  search(words: string): Promise<{ results: PagefindResult[] }>;
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
