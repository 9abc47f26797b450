import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packFiles, unpackFiles } from './files.ts';

test('texts come back as they were, whatever they hold', () => {
  const files = [
    { paths: ['a/b.json', 'a/alias.json'], text: '{"x":"\\n\u0000"}\n' },
    { paths: ['a/b.svg'], text: '' },
    { paths: ['zh/a/b.md'], text: '\n端口已被占用 💥\r\n\n' },
  ];
  const back = unpackFiles(packFiles(files));
  assert.deepEqual(
    back.map(({ paths, text }) => ({ paths, text: text.toString() })),
    files,
  );
});
