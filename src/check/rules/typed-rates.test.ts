import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsAfter } from '../fixture.ts';

const EN = 'Root shares no ports either.';
const ZH = 'root 也不能共用端口。';

describe('typed-rates', () => {
  for (const text of [
    'It works in 80 % of cases.',
    'It fixes 4 of 8 causes.',
    'It fixes 4 out of the 8.',
    'Fixed: 4/8.',
    'About 85 percent.',
  ]) {
    it(`finds the rate in “${text}”`, () => {
      const [problem, ...others] = problemsAfter({ texts: { 'en.mdx': [[EN, text]] } });
      assert.match(problem ?? '', /^typed-rates: .* looks like a rate/);
      assert.deepEqual(others, []);
    });
  }

  for (const text of [
    '有 80% 的机会。',
    '百分之八十都行。',
    '八成能行。',
    '8 个原因中的 4 个。',
    '8 种原因里 4 种。',
  ]) {
    it(`finds the rate in “${text}”`, () => {
      const found = problemsAfter({ texts: { 'zh.mdx': [[ZH, text]] } });
      assert.ok(
        found.some((one) => one.startsWith('typed-rates: ')),
        found.join('\n'),
      );
    });
  }

  it('lets code, dates, paths and idioms stand', () => {
    const texts = {
      'en.mdx': [[EN, 'On 2023/10/05, see `df -h | grep 100%` and 1.2.3.4, and one of the ports.']],
      'zh.mdx': [[ZH, '见 `df -h | grep 100%`，日期是 2023/10/05，完成了，一成不变。']],
    } as const;
    assert.deepEqual(problemsAfter({ texts }), []);
  });

  it('reads entry.yaml too', () => {
    const texts = { 'entry.yaml': [['The wording is older.', 'Fixed in 90 %.']] } as const;
    assert.match(problemsAfter({ texts }).join(), /^typed-rates: /);
  });
});
