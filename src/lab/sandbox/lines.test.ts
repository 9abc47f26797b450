import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { readLines } from './lines.ts';

test('lines are read whole, however they arrive', async () => {
  const stream = new PassThrough();
  const seen: string[] = [];
  readLines(
    stream,
    100,
    (line) => seen.push(line),
    () => seen.push('overflow'),
  );
  for (const part of ['on', 'e\ntwo\n\nä'.slice(0, 9), '\nrest']) stream.write(part);
  stream.end();
  await new Promise((resolve) => stream.once('end', resolve));
  assert.deepEqual(seen, ['one', 'two', '', 'ä']);
});

test('a line that is too long is told once, and what follows is thrown away', async () => {
  const stream = new PassThrough();
  const seen: string[] = [];
  readLines(
    stream,
    10,
    (line) => seen.push(line),
    () => seen.push('overflow'),
  );
  stream.write('short\n');
  for (let count = 0; count < 5; count++) stream.write('x'.repeat(8));
  stream.write('\nmore\n');
  stream.end();
  await new Promise((resolve) => stream.once('end', resolve));
  assert.deepEqual(seen, ['short', 'overflow']);
});
