import { byLocale } from '../../i18n/locales.ts';
import { bindRoutes } from '../../i18n/routes.ts';
import type { SiteAddress } from '../../server/address.ts';
import { LICENCE } from '../licence.ts';
import { SCHEMA_VERSION } from '../schema/document.ts';
import type { PublishedDomains } from '../schema/domains.ts';
import { domainMarkdownUrl, fileUrl, PATHS, schemaUrl } from '../urls.ts';
import type { ExportContext, MakeCollector } from './collector.ts';
import { categoryTitle, domainTitle } from './names.ts';

type Counts = Map<string, number>;

/** Write `v1/domains.json`: domains, categories, tools and tags, with how many entries each has. */
export const collectDomains: MakeCollector = (context, sink) => {
  const counts = { domains: new Map(), categories: new Map(), tools: new Map(), tags: new Map() } as const;
  return {
    add: ({ index: { domain, category, tool, tags, withdrawn } }) => {
      if (withdrawn !== null) return;
      count(counts.domains, domain);
      count(counts.categories, category);
      count(counts.tools, tool);
      for (const tag of new Set(tags)) count(counts.tags, tag);
    },
    finish: () => sink.write(PATHS.domains, `${JSON.stringify(domainsToJson(counts, context))}\n`),
  };
};

function domainsToJson(
  counts: Readonly<Record<'domains' | 'categories' | 'tools' | 'tags', Counts>>,
  { site, taxonomy }: ExportContext,
): PublishedDomains {
  return {
    schemaVersion: SCHEMA_VERSION,
    licence: LICENCE,
    urls: { schema: schemaUrl(site, 'domains'), json: fileUrl(site, PATHS.domains) },
    domains: listed(counts.domains).map(({ id, entries }) => ({
      id,
      title: domainTitle(taxonomy, id),
      entries,
      urls: domainUrls(site, id),
    })),
    categories: listed(counts.categories).map(({ id, entries }) => ({
      id,
      title: categoryTitle(taxonomy, id),
      entries,
    })),
    tools: listed(counts.tools),
    tags: listed(counts.tags),
  };
}

function domainUrls(site: SiteAddress, domain: string): PublishedDomains['domains'][number]['urls'] {
  return byLocale((locale) => ({
    page: bindRoutes(site).url({ page: 'domain', domain }, locale),
    markdown: domainMarkdownUrl(site, domain, locale),
  }));
}

function count(counts: Counts, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

function listed(counts: Counts): { id: string; entries: number }[] {
  return [...counts].map(([id, entries]) => ({ id, entries })).sort((a, b) => (a.id < b.id ? -1 : 1));
}
