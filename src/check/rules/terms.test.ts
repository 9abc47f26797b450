import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadGlossary } from '../../entry/load/knowledge-base.ts';
import { assertBreaks, problemsAfter, SURROUNDINGS } from '../fixture.ts';
import { CODE } from '../lines.ts';
import { findPunctuation } from './chinese-punctuation.ts';
import { findEnglish } from './language.ts';
import { findTerms } from './terms.ts';

const FROM = 'root 也不能共用端口。';

describe('terms', () => {
  it('names the one word for a thing', () => {
    assertBreaks('terms', /“词条” is called 条目 here/, {
      texts: { 'zh.mdx': [[FROM, '这个词条说明了原因。']] },
    });
  });

  it('lets a longer word stand that holds an avoided one', () => {
    assert.deepEqual(problemsAfter({ texts: { 'zh.mdx': [[FROM, '一个单词条理清楚。']] } }), []);
  });

  it('has names as their makers write them, in both languages', () => {
    assertBreaks('terms', /“Github” is written GitHub/, { texts: { 'zh.mdx': [[FROM, '在 Github 上。']] } });
    assertBreaks('terms', /“node.js” is written Node.js/, {
      texts: { 'en.mdx': [['Root shares no ports either.', 'It is node.js.']] },
    });
  });

  it('lets addresses, paths and longer names stand', () => {
    const text = '见 github.com/nodejs、GITHUB_TOKEN、node.js-x 与 GitHub。';
    assert.deepEqual(findTerms(text, SURROUNDINGS.glossary), []);
  });
});

describe('the glossary of the project', () => {
  const { glossary, problems } = loadGlossary(join(import.meta.dirname, '../../../content'));
  const slips = (text: string): string[] => {
    const read = text.replace(/`[^`]*`/g, CODE);
    return [...findPunctuation(read), ...findEnglish(read), ...findTerms(read, glossary)].map(
      ({ message }) => message,
    );
  };

  it('can be read', () => {
    assert.deepEqual(problems, []);
    assert.ok(glossary.terms.length > 10);
  });

  for (const { rule, wrong, right } of glossary.rules) {
    it(`is held to: ${rule}`, () => {
      for (const text of wrong) assert.notDeepEqual(slips(text), [], text);
      for (const text of right) assert.deepEqual(slips(text), [], text);
    });
  }

  it('avoids none of its own words', () => {
    for (const { zh } of glossary.terms) assert.deepEqual(slips(zh), [], zh);
  });
});
