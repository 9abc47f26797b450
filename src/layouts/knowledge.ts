import type { Card } from '../entry/collection/card.ts';
import { getCards } from '../entry/collection/read.ts';
import { contentRoot } from '../entry/load/files.ts';
import { loadTaxonomy } from '../entry/load/knowledge-base.ts';
import { formatProblems } from '../entry/problems/problem.ts';
import type { Taxonomy } from '../entry/schema/taxonomy.ts';
import type { Locale } from '../i18n/locales.ts';

/** What pages need of the whole knowledge base. */
export interface Knowledge {
  /** Cards of all entries that still hold, sorted by id: what is listed. */
  cards: Card[];
  /** Domain to the cards of its entries that still hold; domains without entries are left out. */
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
  const all = await getCards();
  const cards = all.filter(({ withdrawn }) => withdrawn === null);
  // A domain keeps its page while a withdrawn entry leads to it.
  const domains = Map.groupBy(all, ({ domain }) => domain);
  return {
    cards,
    domains: new Map(
      [...domains].map(([domain, own]) => [domain, own.filter(({ withdrawn }) => withdrawn === null)]),
    ),
    headlines: new Map(all.map((card) => [card.id, card.headline])),
    taxonomy,
  };
}
