import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteAddress } from '../../server/address.ts';
import type { Entry } from '../entry.ts';
import { type Problem, START } from '../problems/problem.ts';
import { type Glossary, GlossarySchema } from '../schema/glossary.ts';
import { type Taxonomy, TaxonomySchema } from '../schema/taxonomy.ts';
import { parseYaml } from '../yaml/document.ts';
import { validate } from '../yaml/validate.ts';
import { loadEntry } from './entry.ts';
import { listEntries, shownPath } from './files.ts';

/** Load every entry and the taxonomy. All entries are held at once: for checks and tools, not for the site. */
export function loadKnowledgeBase(
  root: string,
  site: SiteAddress,
): { entries: Entry[]; taxonomy: Taxonomy | null; problems: Problem[] } {
  const listed = listEntries(root);
  const loaded = listed.ids.map((id) => loadEntry(root, id, site));
  const { taxonomy, problems } = loadTaxonomy(root);
  return {
    entries: loaded.flatMap(({ entry }) => entry ?? []),
    taxonomy,
    problems: [...listed.problems, ...problems, ...loaded.flatMap((one) => one.problems)],
  };
}

/** Load glossary.yaml; a knowledge base without one has no words to hold its Chinese to. */
export function loadGlossary(root: string): { glossary: Glossary; problems: Problem[] } {
  const path = join(root, 'glossary.yaml');
  const none: Glossary = { rules: [], terms: [], names: [] };
  if (!existsSync(path)) return { glossary: none, problems: [] };
  const yaml = parseYaml(shownPath(path), readFileSync(path, 'utf8'));
  const { value, problems } = validate(yaml, GlossarySchema);
  return { glossary: value ?? none, problems };
}

/** Load taxonomy.yaml; null where something is wrong with it. */
export function loadTaxonomy(root: string): { taxonomy: Taxonomy | null; problems: Problem[] } {
  const path = join(root, 'taxonomy.yaml');
  const file = shownPath(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    const tip = 'write the domains and categories there';
    return {
      taxonomy: null,
      problems: [{ file, ...START, rule: 'files', message: 'the taxonomy is missing', tip }],
    };
  }
  const { value, problems } = validate(parseYaml(file, text), TaxonomySchema);
  return { taxonomy: value, problems };
}
