import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { bindRoutes, otherLocale } from '../../i18n/routes.ts';
import { stringsOf } from '../../i18n/strings.ts';
import { LLMS_WORDS } from '../llms/words.ts';
import { blocks, heading, inline, link, list } from '../markdown/gfm.ts';
import { domainMarkdownUrl, fileUrl, localePath, PATHS } from '../urls.ts';
import type { ExportContext, MakeCollector } from './collector.ts';
import { domainTitle } from './names.ts';

/** Write `llms.txt`, which says to a language model what there is and where: https://llmstxt.org/ */
export const collectLlms: MakeCollector = (context, sink) => {
  const domains = new Map<string, number>();
  return {
    add: ({ index: { domain, withdrawn } }) => {
      if (withdrawn === null) domains.set(domain, (domains.get(domain) ?? 0) + 1);
    },
    finish: () => {
      for (const locale of LOCALES)
        sink.write(localePath('llms.txt', locale), llmsText(context, locale, [...domains]));
    },
  };
};

/** Write `llms-full.txt`: the Markdown of all entries that hold, one after the other. */
export const collectLlmsFull: MakeCollector = (_, sink) => {
  const files = LOCALES.map((locale) => ({ locale, file: sink.open(localePath('llms-full.txt', locale)) }));
  return {
    add: ({ index, markdown }) => {
      if (index.withdrawn !== null) return;
      for (const { locale, file } of files) file.write(`${markdown[locale]}\n`);
    },
    finish: () => {
      for (const { file } of files) file.close();
    },
  };
};

function llmsText(
  { site, taxonomy, guide }: ExportContext,
  locale: Locale,
  domains: [string, number][],
): string {
  const t = stringsOf(locale);
  const words = LLMS_WORDS[locale];
  const routes = bindRoutes(site);
  const other = otherLocale(locale);
  const line = (label: string, path: string, text: string): string =>
    `${link(label, fileUrl(site, path))}${t.site.colon}${inline(text)}`;
  const pattern = (path: string): string => `\`${fileUrl(site, path)}\``;
  const parts = [
    heading(1, t.site.name),
    `> ${inline(t.site.description)}`,
    words.how(pattern(localePath('<id>.md', locale)), pattern('<id>.json')),
    words.match,
    heading(2, words.domains),
    list(
      domains.map(
        ([id, entries]) =>
          `${link(domainTitle(taxonomy, id)[locale], domainMarkdownUrl(site, id, locale))}${t.site.colon}${t.site.errors(entries)}`,
      ),
    ),
    heading(2, words.data),
    list([
      line('index.json', PATHS.index, words.index),
      line('entries.ndjson', PATHS.records, words.records),
      line('openapi.json', PATHS.openapi, words.openapi),
      line('fixrate.tgz', 'cli/fixrate.tgz', words.cli),
    ]),
    heading(2, words.guide),
    list(
      guide[locale].map(
        ({ name, title, description }) =>
          `${link(title, routes.url({ page: 'guide', name }, locale))}${t.site.colon}${inline(description)}`,
      ),
    ),
    heading(2, words.optional),
    list([
      line('llms-full.txt', localePath('llms-full.txt', locale), words.full),
      line('llms.txt', localePath('llms.txt', other), words.other),
    ]),
  ];
  return `${blocks(parts)}\n`;
}
