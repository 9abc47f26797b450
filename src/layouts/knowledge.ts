import type { Card } from '../entry/collection/card.ts';
import { getCards } from '../entry/collection/read.ts';
import { contentRoot } from '../entry/load/files.ts';
import { loadTaxonomy } from '../entry/load/knowledge-base.ts';
import { formatProblems } from '../entry/problems/problem.ts';
import type { Taxonomy } from '../entry/schema/taxonomy.ts';
import type { Locale } from '../i18n/locales.ts';
import { FACETS, type Facet } from '../i18n/routes.ts';
import { mapNeighbours, type Neighbours } from './neighbours.ts';

/** What pages need of the whole knowledge base. */
export interface Knowledge {
  /** Cards of all entries that still hold, sorted by id: what is listed. */
  cards: Card[];
  /** Cards of all entries, of withdrawn ones too: for what tells of changes. */
  published: Card[];
  /** Domain to the cards of its entries that still hold; domains without entries are left out. */
  domains: Map<string, Card[]>;
  /** The same for categories, tools and tags, each sorted by its id. */
  facets: Record<Facet, Map<string, Card[]>>;
  /** Entry id to the entries beside it in its domain. */
  neighbours: Map<string, Neighbours>;
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

/** Headlines of entries by id; ids without an entry are left out. */
export function headlinesOf({ headlines }: Knowledge, ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const headline = headlines.get(id);
      return headline === undefined ? [] : [[id, headline]];
    }),
  );
}

function groupBy(cards: readonly Card[], facet: Facet): Map<string, Card[]> {
  const groups = new Map<string, Card[]>();
  for (const card of cards) {
    for (const value of facet === 'tag' ? new Set(card.tags) : [card[facet]]) {
      const known = groups.get(value);
      if (known === undefined) groups.set(value, [card]);
      else known.push(card);
    }
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A list keeps its page while a withdrawn entry leads to it, without holding it. */
function stillHolding(lists: ReadonlyMap<string, readonly Card[]>): Map<string, Card[]> {
  return new Map([...lists].map(([id, cards]) => [id, cards.filter(({ withdrawn }) => withdrawn === null)]));
}

async function collect(): Promise<Knowledge> {
  const { taxonomy, problems } = loadTaxonomy(contentRoot());
  if (taxonomy === null) throw new Error(`\n${formatProblems(problems)}`);
  const all = await getCards();
  const cards = all.filter(({ withdrawn }) => withdrawn === null);
  const domains = Map.groupBy(all, ({ domain }) => domain);
  return {
    cards,
    published: all,
    domains: stillHolding(domains),
    neighbours: mapNeighbours(domains),
    facets: Object.fromEntries(
      FACETS.map((facet) => [facet, stillHolding(groupBy(all, facet))]),
    ) as Knowledge['facets'],
    headlines: new Map(all.map((card) => [card.id, card.headline])),
    taxonomy,
  };
}
