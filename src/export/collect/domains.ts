import { byLocale } from '../../i18n/locales.ts';
import { bindRoutes } from '../../i18n/routes.ts';
import type { SiteAddress } from '../../server/address.ts';
import { LICENCE } from '../licence.ts';
import { SCHEMA_VERSION } from '../schema/document.ts';
import type { PublishedDomains } from '../schema/domains.ts';
import { domainMarkdownUrl, fileUrl, PATHS, schemaUrl } from '../urls.ts';
import type { ExportContext, MakeCollector } from './collector.ts';
import { categoryTitle, domainTitle } from './names.ts';

/** How many entries hold, and how many were withdrawn. */
type Count = Record<'entries' | 'withdrawn', number>;
type Counts = Map<string, Count>;

/** Write `v1/domains.json`: domains, categories, tools and tags, with how many entries each has. */
export const collectDomains: MakeCollector = (context, sink) => {
  const counts = { domains: new Map(), categories: new Map(), tools: new Map(), tags: new Map() } as const;
  return {
    add: ({ index: { domain, category, tool, tags, withdrawn } }) => {
      const kind = withdrawn === null ? 'entries' : 'withdrawn';
      count(counts.domains, domain, kind);
      count(counts.categories, category, kind);
      count(counts.tools, tool, kind);
      for (const tag of new Set(tags)) count(counts.tags, tag, kind);
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
    domains: listed(counts.domains).map(({ id, ...count }) => ({
      id,
      title: domainTitle(taxonomy, id),
      ...count,
      urls: domainUrls(site, id),
    })),
    categories: listed(counts.categories).map(({ id, ...count }) => ({
      id,
      title: categoryTitle(taxonomy, id),
      ...count,
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

function count(counts: Counts, id: string, kind: keyof Count): void {
  const known = counts.get(id) ?? { entries: 0, withdrawn: 0 };
  known[kind] += 1;
  counts.set(id, known);
}

function listed(counts: Counts): ({ id: string } & Count)[] {
  return [...counts].map(([id, count]) => ({ id, ...count })).sort((a, b) => (a.id < b.id ? -1 : 1));
}
