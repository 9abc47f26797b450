import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { bindRoutes, type PageRef } from '../../i18n/routes.ts';
import type { PublishedLedger } from '../schema/ledger.ts';

/** An address that leads to a page elsewhere, both below the base of the site: `e/FX-0158R/`. */
export interface Redirect {
  from: string;
  to: string;
  locale: Locale;
  /** Id of the entry. */
  id: string;
}

const paths = bindRoutes({ origin: '', base: '' });

/** List every address that leads to a page elsewhere: those of ids that an entry had before, then those of codes. */
export function listRedirects({ entries }: Pick<PublishedLedger, 'entries'>): Redirect[] {
  const lead = (id: string, from: PageRef, to: PageRef): Redirect[] =>
    LOCALES.map((locale) => ({ from: paths.path(from, locale), to: paths.path(to, locale), locale, id }));
  const renamed = entries.flatMap(({ id, aliases }) =>
    aliases.flatMap((alias) => [
      ...lead(id, { page: 'entry', id: alias.id }, { page: 'entry', id }),
      ...lead(id, { page: 'trials', id: alias.id }, { page: 'trials', id }),
    ]),
  );
  const coded = entries.flatMap(({ id, code, aliases }) =>
    [...new Set([code, ...aliases.map((alias) => alias.code)])].flatMap((one) =>
      lead(id, { page: 'code', code: one }, { page: 'entry', id }),
    ),
  );
  return [...renamed, ...coded];
}

/** Files of the ids that an entry had before, beside the pages: `old/id.json` to `new/id.json`. */
export function listFileRedirects({
  entries,
}: Pick<PublishedLedger, 'entries'>): Pick<Redirect, 'from' | 'to'>[] {
  return entries.flatMap(({ id, aliases }) =>
    aliases.flatMap((alias) =>
      LOCALES.flatMap((locale) => {
        const [from, to] = [paths.exports(alias.id, locale), paths.exports(id, locale)];
        const markdown = { from: from.markdown, to: to.markdown };
        return locale === LOCALES[0] ? [{ from: from.json, to: to.json }, markdown] : [markdown];
      }),
    ),
  );
}
