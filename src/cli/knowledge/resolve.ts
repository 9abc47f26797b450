import { readCode } from '../../entry/ledger/code.ts';
import type { Locale } from '../../i18n/locales.ts';
import { SEARCH_STRINGS } from '../../i18n/search-strings.ts';
import { CliTrouble } from '../trouble.ts';
import type { Knowledge } from './knowledge.ts';

/**
 * Find the id that a reader means: an id, one that an entry had before, or a short code however it is typed.
 * What is unknown is given back as it is.
 *
 * @throws CliTrouble for a code with a wrong sign, or one that no entry has
 */
export function resolveId(knowledge: Pick<Knowledge, 'ledger'>, text: string, locale: Locale): string {
  const read = readCode(text);
  if (read !== null) {
    if (!read.valid) throw new CliTrouble(SEARCH_STRINGS[locale].wrongCode(read.code));
    const found = knowledge
      .ledger()
      .find(({ code, aliases }) => code === read.code || aliases.some((alias) => alias.code === read.code));
    if (found === undefined) throw new CliTrouble(SEARCH_STRINGS[locale].unknownCode(read.code));
    return found.id;
  }
  return knowledge.ledger().find(({ aliases }) => aliases.some(({ id }) => id === text))?.id ?? text;
}
