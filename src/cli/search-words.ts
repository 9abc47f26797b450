import MiniSearch, { type SearchResult } from 'minisearch';
import type { Catalogue, CatalogueEntry } from './knowledge/knowledge.ts';

const HAN = /\p{Script=Han}/u;

/** Split a text into lower-case words; Chinese, which has no spaces, into pairs of characters. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{L}\p{N}_]+/gu) ?? []
  ).flatMap((word) => {
    if (HAN.test(word))
      return word.length === 1
        ? [word]
        : Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
    // A code is found by its parts too: err_module_not_found by module.
    const parts = word.split('_').filter((part) => part !== '');
    return parts.length > 1 ? [word, ...parts] : [word];
  });
}

/** Find entries by words: all of them, or, where no entry has all, some; best first. */
export function searchWords({ entries }: Catalogue, query: string): CatalogueEntry[] {
  const engine = new MiniSearch<CatalogueEntry>({
    fields: ['id', 'headline', 'signatures', 'titles', 'summaries', 'parts', 'tags', 'tool'],
    extractField: (entry, field) => {
      const value = entry[field as keyof CatalogueEntry];
      return typeof value === 'string' ? value : Object.values(value).join('\n');
    },
    tokenize: wordsOf,
    processTerm: (term) => term,
    idField: 'id',
  });
  engine.addAll(entries);
  const options = { prefix: true, boost: { id: 2, headline: 3, titles: 2 } };
  const all = engine.search(query, { ...options, combineWith: 'AND' });
  const found: SearchResult[] =
    all.length > 0 ? all : engine.search(query, { ...options, combineWith: 'OR' });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return found.flatMap(({ id }) => byId.get(String(id)) ?? []);
}
