import type { LocalizedText } from '../../entry/schema/primitives.ts';
import type { Taxonomy } from '../../entry/schema/taxonomy.ts';

/** Name a domain; one that the taxonomy does not know keeps its id. */
export function domainTitle({ domains }: Taxonomy, id: string): LocalizedText {
  return nameIn(domains, id);
}

/** Name a category; one that the taxonomy does not know keeps its id. */
export function categoryTitle({ categories }: Taxonomy, id: string): LocalizedText {
  return nameIn(categories, id);
}

function nameIn(names: Readonly<Record<string, LocalizedText>>, id: string): LocalizedText {
  const known = Object.hasOwn(names, id) ? names[id] : undefined;
  return known ?? { en: id, zh: id };
}
