import assert from 'node:assert/strict';
import { it } from 'node:test';
import { formatProblems, type Problem } from './problem.ts';

const problem: Problem = { file: 'b.yaml', line: 2, column: 3, rule: 'r', message: 'wrong', tip: 'mend it' };

it('lists problems by file and place, each once, with their count', () => {
  const all = [problem, { ...problem, line: 10 }, { ...problem, file: 'a.mdx' }, problem];
  assert.equal(
    formatProblems(all),
    [
      'a.mdx:2:3  wrong',
      '  → mend it',
      'b.yaml:2:3  wrong',
      '  → mend it',
      'b.yaml:10:3  wrong',
      '  → mend it',
      '',
      '3 problems in 2 files',
    ].join('\n'),
  );
});
