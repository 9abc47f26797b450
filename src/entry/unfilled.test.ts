import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findUnfilled } from './unfilled.ts';

const TEXT = `run: 'FILL IN: a command'
tool: node # FILL IN: its name
check: 'true'
<Cause id="a" title="待填写：情况" short="待填写">
<Step id="try">FILL IN: what it does:</Step>
`;

test('what is to be written is found in texts and comments, in both languages, with its place', () => {
  assert.deepEqual(findUnfilled(TEXT), [
    { line: 1, column: 7, asked: 'FILL IN: a command' },
    { line: 2, column: 14, asked: 'FILL IN: its name' },
    { line: 4, column: 22, asked: '待填写：情况' },
    { line: 5, column: 16, asked: 'FILL IN: what it does:' },
  ]);
});

test('comments are left aside where values alone count', () => {
  assert.deepEqual(
    findUnfilled(TEXT, true).map(({ line }) => line),
    [1, 4, 5],
  );
});
