import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { readLines, readPart } from './lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'fixrate-lines-'));
after(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'lines');

it('a file is read line by line, whatever is read at a time, and each line again from its place', () => {
  for (const text of ['', '\n', 'one\n', 'one\n端口被占用\n\nfour', `${'long'.repeat(100)}\nshort\n`]) {
    writeFileSync(path, text);
    const wanted = text.replace(/\n$/, '').split('\n');
    for (const atOnce of [1, 2, 7, 1000]) {
      const found = [...readLines(path, atOnce)].map(({ at, bytes }) => readPart(path, at, bytes.length));
      assert.deepEqual(found, text === '' ? [] : wanted, `${JSON.stringify(text)}, ${atOnce} at once`);
      const seen: string[] = [];
      for (const { bytes } of readLines(path, atOnce)) seen.push(bytes.toString());
      assert.deepEqual(seen, found);
    }
  }
});
