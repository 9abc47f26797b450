import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertBreaks, inspectAfter } from '../fixture.ts';

describe('filled-in', () => {
  it('finds what a new entry left to its author, in any file, with its place', () => {
    const change = {
      texts: { 'entry.yaml': [['tool: node\n', 'tool: node # FILL IN: its name\n']] },
    } as const;
    assertBreaks('filled-in', /still to be written: FILL IN: its name/, change);
    const [problem] = inspectAfter(change);
    assert.deepEqual([problem?.line, problem?.column], [4, 14]);
    assertBreaks('filled-in', /待填写：原因/, {
      texts: { 'zh.mdx': [['它先启动了', '待填写：原因']] },
    });
  });
});
