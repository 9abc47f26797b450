import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FIXTURE_TEXTS } from '../../entry/fixtures/texts.ts';
import { digestEnglish } from '../../entry/prose/in-step.ts';
import { assertBreaks, problemsAfter, summaryOf } from '../fixture.ts';
import { computeStats, formatTranslations } from '../stats.ts';

const RECORD = `english: '${digestEnglish(FIXTURE_TEXTS['en.mdx'])}'\n---\n`;
const RECORDED: [RegExp, string] = [/(?<=\n)---\n/, RECORD];
const CHANGED: [string, string] = ['Root shares no ports either.', 'Root never shares a port.'];

describe('translation', () => {
  it('lets a translation say which English text it follows, stale or not', () => {
    assert.deepEqual(problemsAfter({ texts: { 'zh.mdx': [RECORDED] } }), []);
    assert.deepEqual(problemsAfter({ texts: { 'zh.mdx': [RECORDED], 'en.mdx': [CHANGED] } }), []);
  });

  it('refuses that of the English text itself, and what is no digest', () => {
    assertBreaks('translation', /front matter of the English text itself/, {
      texts: { 'en.mdx': [RECORDED] },
    });
    assertBreaks('schema', /npm run translated/, {
      texts: { 'zh.mdx': [[/(?<=\n)---\n/, 'english: yesterday\n---\n']] },
    });
  });

  it('counts what is stale and what was never recorded, the guide too', () => {
    const entries = [
      summaryOf('demo/never'),
      summaryOf('demo/right', { texts: { 'zh.mdx': [RECORDED] } }),
      summaryOf('demo/old', { texts: { 'zh.mdx': [RECORDED], 'en.mdx': [CHANGED] } }),
    ];
    const stats = computeStats(entries, [{ name: 'guide/method', step: 'stale' }]);
    assert.deepEqual(stats.staleTranslations, ['demo/old', 'guide/method']);
    assert.deepEqual(stats.unrecordedTranslations, ['demo/never']);
    assert.match(
      formatTranslations(stats).join('\n'),
      /^2 translations are older .*: demo\/old, guide\/method\n1 /,
    );
  });
});
