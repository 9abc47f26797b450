import { LOCALES } from '../i18n/locales.ts';
import type { ExportContext } from './collect/collector.ts';
import { webManifest } from './discovery/manifest.ts';
import { openSearchDescription } from './discovery/open-search.ts';
import { robotsText } from './discovery/robots.ts';
import type { ExportFile } from './entry-files.ts';
import { openApiDocument } from './openapi/document.ts';
import { publishedJsonSchema } from './schema/json-schema.ts';
import { PUBLISHED, type PublishedName } from './schema/published.ts';
import { localePath, MANIFEST, OPEN_SEARCH, PATHS, schemaPath, schemaUrl } from './urls.ts';

/** Name the files that depend on no entry. */
export function siteFiles({ site }: ExportContext): ExportFile[] {
  const names = Object.keys(PUBLISHED) as PublishedName[];
  return [
    ...names.map((name) => ({
      path: schemaPath(name),
      render: () => pretty(publishedJsonSchema(PUBLISHED[name], schemaUrl(site, name))),
    })),
    { path: PATHS.openapi, render: () => pretty(openApiDocument(site)) },
    { path: 'robots.txt', render: () => robotsText(site) },
    ...LOCALES.flatMap((locale) => [
      { path: localePath(OPEN_SEARCH, locale), render: () => openSearchDescription(site, locale) },
      { path: localePath(MANIFEST, locale), render: () => pretty(webManifest(site, locale)) },
    ]),
  ];
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
