import { hash } from 'node:crypto';
import { byLocale } from '../../i18n/locales.ts';
import type { SiteAddress } from '../../server/address.ts';
import { LICENCE } from '../licence.ts';
import { SCHEMA_VERSION } from '../schema/document.ts';
import type { PublishedEntry } from '../schema/entry.ts';
import type { IndexEntry, PublishedIndex } from '../schema/index.ts';
import { fileUrl, PATHS, schemaUrl } from '../urls.ts';
import type { MakeCollector } from './collector.ts';

/** Write `v1/index.json`: all entries in short, one a line. */
export const collectIndex: MakeCollector = ({ site }, sink) => {
  const file = sink.open(PATHS.index);
  let before = `${JSON.stringify(indexHead(site)).slice(0, -1)},"entries":[\n`;
  return {
    add: ({ index }) => {
      file.write(before + JSON.stringify(index));
      before = ',\n';
    },
    finish: () => {
      file.write(before.startsWith('{') ? `${before}]}\n` : '\n]}\n');
      file.close();
    },
  };
};

/**
 * Sum an entry up for the index.
 *
 * @param own its JSON, as it is served
 */
export function indexEntry(json: PublishedEntry, own: string): IndexEntry {
  const { id, code, revision, changed, domain, category, tool, scope, httpStatus, tags, aiGenerated } = json;
  const { schema: _, ...urls } = json.urls;
  return {
    id,
    code,
    revision,
    changed,
    domain,
    title: byLocale((locale) => json.text[locale].title),
    summary: byLocale((locale) => json.text[locale].summary),
    signatures: json.signatures.map(({ text }) => text),
    category,
    tool,
    scope,
    httpStatus,
    tags,
    aiGenerated,
    firstSeen: json.firstSeen?.date ?? null,
    measured: json.results?.date ?? null,
    rates: json.rates,
    aliases: json.aliases,
    withdrawn: json.withdrawn,
    urls,
    digest: hash('sha256', own),
  };
}

function indexHead(site: SiteAddress): Omit<PublishedIndex, 'entries'> {
  return {
    schemaVersion: SCHEMA_VERSION,
    licence: LICENCE,
    urls: {
      schema: schemaUrl(site, 'index'),
      json: fileUrl(site, PATHS.index),
      entries: fileUrl(site, PATHS.records),
      openapi: fileUrl(site, PATHS.openapi),
    },
  };
}
