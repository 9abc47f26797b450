import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Pagefind 1.5 names the languages in whose queries the browser finds the words. */
const CUT = 'return["zh","ja","th"].includes(';

/**
 * Have Pagefind take the words of a Chinese query as they are given, between spaces. Left to itself it asks the browser, which
 * cuts otherwise than what made the index: 端口 becomes 端 and 口, and no page has those.
 * See https://github.com/Pagefind/pagefind/issues/1237; the words are made in src/scripts/search-words.ts.
 *
 * @param folder the index, `pagefind/`
 */
export function leaveQueriesWhole(folder: string): void {
  for (const name of ['pagefind.js', 'pagefind-worker.js']) {
    const file = join(folder, name);
    const script = readFileSync(file, 'utf8');
    if (script.split(CUT).length !== 2)
      throw new Error(`${file} is not as Pagefind 1.5 writes it; look at src/search-index/queries.ts.`);
    writeFileSync(file, script.replace(CUT, 'return["ja","th"].includes('));
  }
}
