import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { findPunctuation } from '../check/rules/chinese-punctuation.ts';
import { findEnglish } from '../check/rules/language.ts';
import { findTerms } from '../check/rules/terms.ts';
import { loadGlossary } from '../entry/load/knowledge-base.ts';

const SOURCE = join(import.meta.dirname, '..');
const HAN = /\p{Script=Han}/u;
/** Stands for a value that is put in: it may be a number, a code or a Chinese date. */
const VALUE = '\uE000';
/** Texts of Chinese pages that are in English on purpose. */
const ENGLISH = ['English: root cause'];

const { glossary } = loadGlossary(join(SOURCE, '../content'));

/** Every text of a source file, with a mark for each value that is put in. */
function textsIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const texts: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent ?? node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push(
        [node.head, ...node.templateSpans.map((span) => span.literal)].map(({ text }) => text).join(VALUE),
      );
    ts.forEachChild(node, look);
  };
  look(file);
  return texts;
}

describe('the Chinese texts of the site', () => {
  const files = globSync('**/*.ts', { cwd: SOURCE })
    .filter((path) => !/\.test\.ts$|fixture|^(?:check|lab|scaffold)\//.test(path))
    .map((path) => join(SOURCE, path))
    .filter((path) => HAN.test(readFileSync(path, 'utf8')));

  for (const path of files) {
    it(`keep to the glossary in ${relative(SOURCE, path)}`, () => {
      for (const text of textsIn(path).filter((one) => HAN.test(one))) {
        const slips = [...findPunctuation(text), ...findTerms(text, glossary)];
        assert.deepEqual(slips, [], text);
      }
    });
  }

  it('have no sentence in English', () => {
    for (const text of textsIn(join(SOURCE, 'i18n/strings/zh.ts')))
      if (!ENGLISH.includes(text)) assert.deepEqual(findEnglish(text), [], text);
  });
});
