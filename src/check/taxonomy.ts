import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../entry/load/files.ts';
import type { Problem } from '../entry/problems/problem.ts';
import type { Glossary } from '../entry/schema/glossary.ts';
import { parseYaml } from '../entry/yaml/document.ts';
import { lintLines } from './guide.ts';
import { localizedLines } from './lines.ts';

/** Check the Chinese names of domains and categories by the rules that hold for entries. */
export function checkTaxonomyNames(root: string, glossary: Glossary): Problem[] {
  const path = join(root, 'taxonomy.yaml');
  if (!existsSync(path)) return [];
  const yaml = parseYaml(shownPath(path), readFileSync(path, 'utf8'));
  return lintLines(localizedLines(yaml, yaml.value, 'zh', []), glossary);
}
