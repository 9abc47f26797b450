import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertBreaks, inspectAfter, problemsAfter } from '../fixture.ts';

const FROM = 'root 也不能共用端口。';

describe('chinese-punctuation', () => {
  for (const [what, text, message] of [
    ['a half-width comma', '不行, 也不能共用端口。', /half-width punctuation/],
    ['a full stop at the end', '也不能共用端口.', /half-width punctuation/],
    ['a half-width colon after code', '用 `sudo`: 也不行。', /half-width punctuation/],
    ['half-width brackets', '不行（端口）(端口)', /half-width brackets/],
    ['no space before Latin letters', '用root 也不行。', /no space .*“用root/],
    ['no space after a digit', '用 3个端口。', /no space/],
    ['no space beside code', '用`sudo` 也不行。', /no space/],
    ['您', '您不能共用端口。', /您/],
  ] as const) {
    it(`finds ${what}`, () => {
      const en = text.includes('`sudo`') ? 'Root shares no ports either: `sudo`.' : 'Root shares no ports.';
      const texts = { 'zh.mdx': [[FROM, text]], 'en.mdx': [['Root shares no ports either.', en]] } as const;
      const found = problemsAfter({ texts });
      assert.ok(found.length > 0);
      assert.ok(
        found.every((one) => one.startsWith('chinese-punctuation: ') && message.test(one)),
        found.join('\n'),
      );
    });
  }

  it('says where in the line it is, beyond escapes and code', () => {
    const [problem] = inspectAfter({
      texts: { 'zh.mdx': [['- 它仍在监听。', '- \\{它\\}仍在监听, 端口。']] },
    });
    assert.deepEqual([problem?.line, problem?.column], [16, 12]);
  });

  it('lets addresses, versions, times and marks between Latin words stand', () => {
    const text = '在 127.0.0.1:3000 上，v1.2, v1.3 (LTS) 都一样：10:30 之后用 `a` 与 *b*。';
    const texts = {
      'zh.mdx': [[FROM, text]],
      'en.mdx': [['Root shares no ports either.', 'Use `a`.']],
    } as const;
    assert.deepEqual(problemsAfter({ texts }), []);
  });

  it('reads entry.yaml too', () => {
    assertBreaks('chinese-punctuation', /您/, {
      texts: { 'entry.yaml': [['重新启动那个程序。', '请您重新启动。']] },
    });
  });
});
