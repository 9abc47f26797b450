import { verdictOf } from '../../components/verdict.ts';
import type { PublishedEntry } from '../../export/schema/entry.ts';
import { byLocale, type Locale } from '../../i18n/locales.ts';
import { stringsOf } from '../../i18n/strings.ts';
import type { Catalogue, CatalogueEntry } from './knowledge.ts';

/** Take from a published entry what lists show of it. */
export function catalogueEntry(entry: PublishedEntry): CatalogueEntry {
  const { id, domain, tool, tags, headline, signatures, text, withdrawn, rates } = entry;
  return {
    id,
    domain,
    tool,
    tags,
    headline,
    signatures: signatures.map((signature) => signature.text),
    titles: byLocale((locale) => text[locale].title),
    summaries: byLocale((locale) => text[locale].summary),
    parts: byLocale((locale) =>
      [...text[locale].causes, ...text[locale].remedies].map(({ title }) => title).join('\n'),
    ),
    verdicts: byLocale((locale) => verdictOf({ withdrawn, rates }, stringsOf(locale))),
  };
}

/** Join entries with the names of their domains. */
export function makeCatalogue(
  entries: readonly CatalogueEntry[],
  names: Readonly<Record<string, Record<Locale, string>>>,
): Catalogue {
  const counts = Map.groupBy(entries, ({ domain }) => domain);
  return {
    format: 1,
    domains: [...counts]
      .map(([id, { length }]) => ({ id, names: names[id] ?? { en: id, zh: id }, entries: length }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    entries: [...entries].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
