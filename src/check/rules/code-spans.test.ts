import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertBreaks, problemsAfter } from '../fixture.ts';

describe('code-spans', () => {
  it('finds code that one language lacks, in the section where it lacks', () => {
    assertBreaks('code-spans', /zh\.mdx|`PORT` is missing in this section/, {
      texts: { 'zh.mdx': [['设置 `PORT`：', '设置它：']] },
    });
  });

  it('finds code that only the other language has', () => {
    assertBreaks('code-spans', /`SIGKILL` is in this section/, {
      texts: { 'zh.mdx': [['它仍在监听。', '它仍在监听 `SIGKILL`。']] },
    });
  });

  it('counts how often a span stands there', () => {
    assertBreaks('code-spans', /`node` is missing/, {
      texts: { 'en.mdx': [['- It listens on.', '- It listens on: `node`.']] },
    });
  });

  it('compares titles, but not the order within a section', () => {
    assertBreaks('code-spans', /`kill` is missing/, {
      texts: { 'en.mdx': [['"Stop the program that holds it"', '"`kill` it"']] },
    });
    const texts = {
      'en.mdx': [['See `ss -ltnp`.', 'See `ss -ltnp`, then `ps`.']],
      'zh.mdx': [['参见 `ss -ltnp`。', '先看 `ps`，再看 `ss -ltnp`。']],
    } as const;
    assert.deepEqual(problemsAfter({ texts }), []);
  });
});
