import type { Locale } from '../../i18n/locales.ts';
import { SEARCH_STRINGS } from '../../i18n/search-strings.ts';
import type { Io } from '../io.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { makePaint } from '../output/paint.ts';
import { searchWords } from '../search-words.ts';
import { CliTrouble, EXIT, type ExitStatus } from '../trouble.ts';
import { TROUBLE } from '../trouble-strings.ts';

/** Find entries by words. */
export function search(
  knowledge: Knowledge,
  query: string,
  locale: Locale,
  json: boolean,
  io: Io,
): ExitStatus {
  if (query.trim() === '') throw new CliTrouble(TROUBLE.needsWords);
  const found = searchWords(knowledge.catalogue(), query);
  const paint = makePaint(io);
  if (json) io.out(`${JSON.stringify(found, null, 2)}\n`);
  else if (found.length === 0) io.out(`${SEARCH_STRINGS[locale].nothing(query)}\n`);
  else
    for (const { id, headline, titles, verdicts } of found)
      io.out(
        `${paint('bold', titles[locale])}  ${paint('dim', id)}\n  ${headline.split('\n')[0]}\n  ${verdicts[locale]}\n`,
      );
  return found.length > 0 ? EXIT.found : EXIT.nothing;
}
