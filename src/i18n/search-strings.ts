import type { Locale } from './locales.ts';

/** What the search box says. A table of its own, since it goes into the browser in every language. */
export interface SearchStrings {
  found(count: number): string;
  nothing(query: string): string;
  /** Nothing has all words; shown is what has these. */
  relaxed(kept: string): string;
  /** A text that is a code but for a wrong sign. */
  wrongCode(code: string): string;
  unknownCode(code: string): string;
  failed: string;
  searching: string;
  /** Nothing in a pasted text was recognised. */
  unknown: string;
  /** So many known errors in so many lines. */
  inLines(errors: number, lines: number): string;
  /** The message stands so many times in the text. */
  times(count: number): string;
  /** The first line that matched, and how many do. */
  place(line: number, count: number): string;
  /** How many of an entry's causes print this wording. */
  causes(printing: number, all: number): string;
  /** For how many of these something is proven to help. */
  proven(fixed: number): string;
  traps: string;
  nearEntries: string;
  nearFamilies: string;
  /** Before words of the message, each a search. */
  searchFor: string;
  stub: string;
  openIssue: string;
}

export const SEARCH_STRINGS: Record<Locale, SearchStrings> = {
  en: {
    found: (count) => (count === 1 ? '1 error found' : `${count} errors found`),
    nothing: (query) => `No error here has “${query}”.`,
    relaxed: (kept) => `No error has all of it. These have “${kept}”.`,
    wrongCode: (code) => `${code} is no code: one of its signs is wrong. Ask for it again.`,
    unknownCode: (code) => `No error here has the code ${code}.`,
    searching: 'Searching…',
    failed: 'The search index could not be loaded.',
    unknown: 'No error here is recognised in this text.',
    inLines: (errors, lines) =>
      `${errors === 1 ? '1 known error' : `${errors} known errors`} in ${lines} lines, the likely root first`,
    times: (count) => `${count} times in the text`,
    place: (line, count) => (count > 1 ? `Line ${line}, and ${count - 1} more` : `Line ${line}`),
    causes: (printing, all) =>
      printing < all ? `This wording narrows ${all} causes to ${printing}.` : `${all} causes print this.`,
    proven: (fixed) => (fixed === 0 ? 'None has a proven fix.' : `${fixed} with a proven fix.`),
    traps: 'Do not waste time on:',
    nearEntries: 'Near, but not the same message:',
    nearFamilies: 'The text speaks of:',
    searchFor: 'Words to search for:',
    stub: 'The start of a new entry, without what varies and what may be a secret. Look it through before you share it:',
    openIssue: 'Open it as an issue, to look through before it is sent',
  },
  zh: {
    found: (count) => `找到 ${count} 个报错`,
    nothing: (query) => `这里没有包含“${query}”的报错。`,
    relaxed: (kept) => `没有完全符合的。以下包含“${kept}”。`,
    wrongCode: (code) => `${code} 不是有效代码，其中有一位写错了，请再核对一遍。`,
    unknownCode: (code) => `没有代码为 ${code} 的报错。`,
    searching: '正在搜索……',
    failed: '搜索索引加载失败。',
    unknown: '这段文字里没有识别出已收录的报错。',
    inLines: (errors, lines) => `${lines} 行中识别出 ${errors} 个已收录的报错，最可能的根源排在最前`,
    times: (count) => `在文中出现 ${count} 次`,
    place: (line, count) => (count > 1 ? `第 ${line} 行，另有 ${count - 1} 处` : `第 ${line} 行`),
    causes: (printing, all) =>
      printing < all
        ? `从这句报错看，${all} 种原因可缩小到 ${printing} 种。`
        : `${all} 种原因都会打印这句报错。`,
    proven: (fixed) => (fixed === 0 ? '都还没有验证过的办法。' : `其中 ${fixed} 种有验证过的办法。`),
    traps: '不必浪费时间的做法：',
    nearEntries: '相近但并不相同的报错：',
    nearFamilies: '文中提到：',
    searchFor: '可以搜索的词：',
    stub: '新条目的开头，已去掉会变化的部分和可能的敏感信息。分享之前请再检查一遍：',
    openIssue: '用它新建 issue，提交前可再检查',
  },
};
