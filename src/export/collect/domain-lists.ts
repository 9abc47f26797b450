import { byLocale, LOCALES, type Locale } from '../../i18n/locales.ts';
import { bindRoutes } from '../../i18n/routes.ts';
import { stringsOf } from '../../i18n/strings.ts';
import type { SiteAddress } from '../../server/address.ts';
import { LICENCE } from '../licence.ts';
import { blocks, heading, link, list, rich } from '../markdown/gfm.ts';
import { withdrawal } from '../markdown/withdrawal.ts';
import { WORDS } from '../markdown/words.ts';
import type { PublishedEntry } from '../schema/entry.ts';
import { domainMarkdownPath } from '../urls.ts';
import type { ExportContext, MakeCollector } from './collector.ts';
import { domainTitle } from './names.ts';

/** The lines of a domain: of the entries that hold, and of those that were withdrawn. */
type Lines = Record<'holding' | 'withdrawn', string[]>;

const noLines = (): Record<Locale, Lines> => byLocale(() => ({ holding: [], withdrawn: [] }));

/** Write the list of each domain as Markdown, beside its page: what there is, and what is known to fix it. */
export const collectDomainLists: MakeCollector = (context, sink) => {
  let domain: string | null = null;
  let lines = noLines();
  const end = (): void => {
    if (domain === null) return;
    for (const locale of LOCALES)
      sink.write(domainMarkdownPath(domain, locale), domainList(domain, locale, lines[locale], context));
  };
  return {
    add: (share) => {
      // Entries come sorted by id, so that those of a domain follow each other.
      if (share.index.domain !== domain) {
        end();
        domain = share.index.domain;
        lines = noLines();
      }
      const kind = share.index.withdrawn === null ? 'holding' : 'withdrawn';
      for (const locale of LOCALES) lines[locale][kind].push(share.lines[locale]);
    },
    finish: end,
  };
};

/** One entry in a list: what it is called, where its Markdown is, and what is known to fix it or why it was withdrawn. */
export function entryLine(json: PublishedEntry, locale: Locale, site: SiteAddress): string {
  const t = stringsOf(locale);
  const { title, summary } = json.text[locale];
  const named = `${link(title, json.urls[locale].markdown)}${t.site.colon}`;
  if (json.withdrawn !== null) return `${named}${withdrawal(json.withdrawn, locale, site)}`;
  const { value, proven, causes } = json.rates.fixRate;
  const verdict = value === null ? t.verdict.notMeasured : t.verdict.proven(proven, causes);
  return `${named}${verdict}${t.site.stop}${rich(summary)}`;
}

function domainList(
  domain: string,
  locale: Locale,
  { holding, withdrawn }: Lines,
  { site, taxonomy }: ExportContext,
): string {
  const t = stringsOf(locale);
  const name = domainTitle(taxonomy, domain)[locale];
  const page = bindRoutes(site).url({ page: 'domain', domain }, locale);
  const parts = [
    heading(1, name),
    holding.length === 0 ? null : rich(t.domain.description(name, holding.length)),
    list(holding),
    withdrawn.length === 0 ? null : heading(2, WORDS[locale].withdrawnEntries),
    list(withdrawn),
    '---',
    `${link(t.site.name, page)} · ${link(LICENCE.name, LICENCE.url)}`,
  ];
  return `${blocks(parts)}\n`;
}
