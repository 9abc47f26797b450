import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { bindRoutes } from '../../i18n/routes.ts';
import { stringsOf } from '../../i18n/strings.ts';
import { LICENCE } from '../licence.ts';
import { blocks, heading, link, list, rich } from '../markdown/gfm.ts';
import type { PublishedEntry } from '../schema/entry.ts';
import { domainMarkdownPath } from '../urls.ts';
import type { ExportContext, MakeCollector } from './collector.ts';
import { domainTitle } from './names.ts';

/** Write the list of each domain as Markdown, beside its page: what there is, and what is known to fix it. */
export const collectDomainLists: MakeCollector = (context, sink) => {
  let domain: string | null = null;
  let lines: Record<Locale, string[]> | null = null;
  const end = (): void => {
    if (domain === null || lines === null) return;
    for (const locale of LOCALES)
      sink.write(domainMarkdownPath(domain, locale), domainList(domain, locale, lines[locale], context));
  };
  return {
    add: (share) => {
      if (share.index.withdrawn !== null) return;
      // Entries come sorted by id, so that those of a domain follow each other.
      if (share.index.domain !== domain) {
        end();
        domain = share.index.domain;
        lines = { en: [], zh: [] };
      }
      for (const locale of LOCALES) lines?.[locale].push(share.lines[locale]);
    },
    finish: end,
  };
};

/** One entry in a list: what it is called, where its Markdown is, and what is known to fix it. */
export function entryLine(json: PublishedEntry, locale: Locale): string {
  const t = stringsOf(locale);
  const { title, summary } = json.text[locale];
  const { value, proven, causes } = json.rates.fixRate;
  const verdict = value === null ? t.verdict.notMeasured : t.verdict.proven(proven, causes);
  return `${link(title, json.urls[locale].markdown)}${t.site.colon}${verdict}${t.site.stop}${rich(summary)}`;
}

function domainList(
  domain: string,
  locale: Locale,
  lines: string[],
  { site, taxonomy }: ExportContext,
): string {
  const t = stringsOf(locale);
  const name = domainTitle(taxonomy, domain)[locale];
  const page = bindRoutes(site).url({ page: 'domain', domain }, locale);
  const parts = [
    heading(1, name),
    rich(t.domain.description(name, lines.length)),
    list(lines),
    '---',
    `${link(t.site.name, page)} · ${link(LICENCE.name, LICENCE.url)}`,
  ];
  return `${blocks(parts)}\n`;
}
