import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertBreaks, inspectAfter, problemsAfter } from '../fixture.ts';

describe('language', () => {
  it('finds a step that was never translated', () => {
    assertBreaks('language', /no Chinese in “End it now”/, {
      texts: { 'zh.mdx': [['有权的话，结束它：', 'End it now']] },
    });
  });

  it('finds one English sentence among Chinese ones, at its place', () => {
    const texts = {
      'zh.mdx': [['不需要第二个程序。', '不需要第二个程序。No second program was needed for it.']],
    } as const;
    assertBreaks('language', /still English: “No second program was needed/, { texts });
    const [problem] = inspectAfter({ texts });
    assert.deepEqual([problem?.line, problem?.column], [8, 10]);
  });

  it('lets names of products and code stand', () => {
    const texts = {
      'en.mdx': [
        [
          'Root shares no ports either.',
          'AWS ALB, NGINX, HAProxy, Gunicorn, uWSGI: `is there any other program here`.',
        ],
      ],
      'zh.mdx': [
        [
          'root 也不能共用端口。',
          'AWS ALB, NGINX, HAProxy, Gunicorn, uWSGI：`is there any other program here`。',
        ],
      ],
    } as const;
    assert.deepEqual(problemsAfter({ texts }), []);
  });

  it('finds texts of entry.yaml in the wrong language', () => {
    assertBreaks('language', /no Chinese in “still older wording”/, {
      texts: { 'entry.yaml': [['措辞更早就有。', 'still older wording']] },
    });
    assertBreaks('language', /Chinese in the English text: “措辞/, {
      texts: { 'entry.yaml': [['The wording is older.', '措辞更早就有。']] },
    });
  });
});
