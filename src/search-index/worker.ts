// Indexes a site in a thread of its own, beside other work. Pagefind is a process of its own for each language.
import { type LanguageIndex, SearchIndex, type SearchTask } from './search-index.ts';

let search: SearchIndex | null = null;

/** Begin before there are pages. @param cache folder that is kept between builds */
export function begin(cache: string): void {
  search = new SearchIndex(cache);
}

/** Index the site. */
export async function write(task: SearchTask): Promise<LanguageIndex[]> {
  if (search === null) throw new Error('the search index was not begun');
  return search.write(task);
}
