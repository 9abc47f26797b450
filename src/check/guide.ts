import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../entry/load/files.ts';
import type { Problem } from '../entry/problems/problem.ts';
import { parseTree } from '../entry/prose/tree.ts';
import type { Glossary } from '../entry/schema/glossary.ts';
import { parseYaml } from '../entry/yaml/document.ts';
import { blockLines, complain, fixedLine, type Line } from './lines.ts';
import { findPunctuation } from './rules/chinese-punctuation.ts';
import { findEnglish } from './rules/language.ts';
import { findTerms } from './rules/terms.ts';

/** Check the Chinese of the guide by the rules that hold for entries. What is no MDX fails the build itself. */
export function checkGuide(root: string, pages: Iterable<string>, glossary: Glossary): Problem[] {
  return [...pages].flatMap((page) => {
    const path = join(root, 'guide', 'zh', `${page}.mdx`);
    const file = shownPath(path);
    let source: string;
    try {
      source = readFileSync(path, 'utf8');
    } catch {
      const tip = `translate guide/en/${page}.mdx`;
      return [{ file, line: 1, column: 1, rule: 'files', message: 'this page of the guide is missing', tip }];
    }
    return lintLines(linesIn(file, source), glossary);
  });
}

/** Check Chinese lines by every rule on wording. */
export function lintLines(lines: readonly Line[], glossary: Glossary): Problem[] {
  const rules = {
    'chinese-punctuation': findPunctuation,
    language: findEnglish,
    terms: (text: string) => findTerms(text, glossary),
  };
  return Object.entries(rules).flatMap(([rule, find]) =>
    complain(lines, find).map((complaint) => ({ ...complaint, rule })),
  );
}

function linesIn(file: string, source: string): Line[] {
  const { tree } = parseTree(file, source);
  if (tree === null) return [];
  const [head] = tree.children;
  const yaml = head?.type === 'yaml' ? parseYaml(file, head.value, 1) : null;
  const fields = Object.entries((yaml?.value ?? {}) as Record<string, unknown>).flatMap(([key, text]) =>
    yaml !== null && typeof text === 'string' && key !== 'english'
      ? [fixedLine(file, text, () => yaml.placeOf([key]))]
      : [],
  );
  return [...fields, ...blockLines({ file, source }, tree)];
}
