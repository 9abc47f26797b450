import type { Locale } from './locales.ts';

/** What the search box says. A table of its own, since it goes into the browser in every language. */
export interface SearchStrings {
  found(count: number): string;
  nothing(query: string): string;
  /** Nothing has all words; shown is what has these. */
  relaxed(kept: string): string;
  failed: string;
}

export const SEARCH_STRINGS: Record<Locale, SearchStrings> = {
  en: {
    found: (count) => (count === 1 ? '1 error found' : `${count} errors found`),
    nothing: (query) => `No error here has “${query}”.`,
    relaxed: (kept) => `No error has all of it. These have “${kept}”.`,
    failed: 'The search index could not be loaded.',
  },
  zh: {
    found: (count) => `找到 ${count} 个报错`,
    nothing: (query) => `这里没有包含“${query}”的报错。`,
    relaxed: (kept) => `没有完全符合的。以下包含“${kept}”。`,
    failed: '搜索索引加载失败。',
  },
};
