/** Most words that a query is taken for: a pasted log has far more, and each costs a search of its own. */
const MAX_WORDS = 12;

/** Marks that Pagefind would read as an order, or not at all. */
const MARKS = /["“”‘’「」『』《》（）()[\]{}<>，。；：！？、]/g;

/** Searches for entries that have all of some words. */
export type Find<T> = (words: string) => Promise<readonly T[]>;

/** Chinese, which has no spaces between words. */
const HAN = /\p{Script=Han}+/gu;

/** What was found, and for which words, where not all of the query was found; else null. */
export interface Found<T> {
  results: readonly T[];
  relaxed: string | null;
}

/**
 * Search for the whole query; where nothing has all of it, without the words that no entry has, and then
 * without the commonest, one after the other.
 */
export async function findRelaxed<T>(find: Find<T>, text: string): Promise<Found<T>> {
  const whole = normaliseQuery(text)
    .replace(HAN, (run) => ` ${cutChinese(run).join(' ')} `)
    .replace(/\s+/g, ' ')
    .trim();
  if (whole === '') return { results: [], relaxed: null };
  const all = await find(whole);
  if (all.length > 0) return { results: all, relaxed: null };
  const counted = await Promise.all(
    splitWords(whole).map(async (word) => ({ word, count: (await find(word)).length })),
  );
  const left = counted.filter(({ count }) => count > 0);
  while (left.length > 0) {
    const relaxed = left.map(({ word }) => word).join(' ');
    const results = await find(relaxed);
    if (results.length > 0) return { results, relaxed };
    const most = Math.max(...left.map(({ count }) => count));
    left.splice(
      left.findIndex(({ count }) => count === most),
      1,
    );
  }
  return { results: [], relaxed: null };
}

/** Letters at the end of a word that its stem may lack: pushes, pushing. */
const ENDING = 3;
const SHORTEST_STEM = 3;

/**
 * Tell whether a text has all words of a query, endings and the order of Chinese characters aside.
 * Pagefind answers a word that it does not know with what begins a little like it; that is no hit.
 */
export function hasLoosely(text: string, query: string): boolean {
  const within = text.normalize('NFKC').toLowerCase();
  const parts = query.toLowerCase().match(/\p{Script=Han}|[^\p{Script=Han}\P{L}]+|\p{N}+/gu) ?? [];
  return parts.every((part) => within.includes(part.slice(0, Math.max(SHORTEST_STEM, part.length - ENDING))));
}

/**
 * Bring a query into the form that the index knows: full-width letters become plain ones, quotes go,
 * runs of space become one.
 */
export function normaliseQuery(text: string): string {
  return text.normalize('NFKC').replace(MARKS, ' ').replace(/\s+/g, ' ').trim();
}

/**
 * Split a query into its words, each once.
 *
 * @example splitWords('端口被占用 now') // => ['端口', '口被', '占用', 'now']
 */
export function splitWords(text: string): string[] {
  const words = text.match(/\p{Script=Han}+|[^\p{Script=Han}\s]+/gu) ?? [];
  const cut = words.flatMap((word) => (word.match(HAN) === null ? [word] : cutChinese(word)));
  return [...new Set(cut)].slice(0, MAX_WORDS);
}

/**
 * Cut Chinese into words as the browser knows them. What it knows only as single characters, such as 端口, becomes overlapping
 * pairs; a single character between words says little and is left out.
 */
function cutChinese(run: string): string[] {
  if ([...run].length < 3) return [run];
  const known =
    typeof Intl.Segmenter === 'undefined'
      ? [...run]
      : Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(run), ({ segment }) => segment);
  const words: string[] = [];
  let single = '';
  // The end is no word: what was gathered before it is done.
  for (const word of [...known, null]) {
    if (word !== null && [...word].length === 1) single += word;
    else {
      if ([...single].length > 1) words.push(...pairs(single));
      if (word !== null) words.push(word);
      single = '';
    }
  }
  return words.length === 0 ? [run] : words;
}

function pairs(word: string): string[] {
  const characters = [...word];
  if (characters.length < 3) return [word];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
