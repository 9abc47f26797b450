import type { Card } from '../entry/collection/card.ts';
import { getCards } from '../entry/collection/read.ts';
import { contentRoot } from '../entry/load/files.ts';
import { loadTaxonomy } from '../entry/load/knowledge-base.ts';
import { formatProblems } from '../entry/problems/problem.ts';
import type { Taxonomy } from '../entry/schema/taxonomy.ts';
import type { Locale } from '../i18n/locales.ts';

/** What pages need of the whole knowledge base. */
export interface Knowledge {
  /** Cards of all entries, sorted by id. */
  cards: Card[];
  /** Domain to the cards of its entries; domains without entries are left out. */
  domains: Map<string, Card[]>;
  /** Entry id to the first signature. */
  headlines: Map<string, string>;
  taxonomy: Taxonomy;
}

let built: Promise<Knowledge> | null = null;

/**
 * Get the cards, the taxonomy and their indexes. A build makes them once for all pages; while
 * developing they are made anew each time, since content changes.
 *
 * @throws Error with all problems of taxonomy.yaml, if it has any
 */
export function getKnowledge(): Promise<Knowledge> {
  if (import.meta.env.DEV) return collect();
  built ??= collect();
  return built;
}

/** Name the domain and the category of an entry in a language; what the taxonomy does not know keeps its id. */
export function namesOf(
  { taxonomy }: Knowledge,
  { domain, category }: { domain: string; category: string },
  locale: Locale,
): { domain: string; category: string } {
  return {
    domain: taxonomy.domains[domain]?.[locale] ?? domain,
    category: taxonomy.categories[category]?.[locale] ?? category,
  };
}

async function collect(): Promise<Knowledge> {
  const { taxonomy, problems } = loadTaxonomy(contentRoot());
  if (taxonomy === null) throw new Error(`\n${formatProblems(problems)}`);
  const cards = await getCards();
  return {
    cards,
    domains: Map.groupBy(cards, (card) => card.domain),
    headlines: new Map(cards.map((card) => [card.id, card.headline])),
    taxonomy,
  };
}
