import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inspectEntries, inspectFolder } from './entries.ts';
import { filesAfter, SURROUNDINGS } from './fixture.ts';

/** As many as are given to several threads. */
const COUNT = 110;
const ids = Array.from({ length: COUNT }, (_, index) => `demo/entry-${index}`);
let root = '';

before(() => {
  root = mkdtempSync(join(tmpdir(), 'fixrate-entries-'));
  const files = Object.entries(filesAfter({ unmeasured: true }).texts).filter(
    ([, text]) => text !== undefined,
  );
  ids.forEach((id, index) => {
    const folder = join(root, 'errors', id);
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    // Each with something else that is wrong, and one that cannot be read.
    writeFileSync(join(folder, `stray-${index}.txt`), '');
    if (index === COUNT / 2) writeFileSync(join(folder, 'entry.yaml'), 'tool: [');
  });
});
after(() => rmSync(root, { recursive: true }));

test('threads find what one finds, in the same order', async () => {
  const found = await inspectEntries(root, ids, SURROUNDINGS);
  assert.deepEqual(
    found,
    ids.map((id) => inspectFolder(root, id, SURROUNDINGS)),
  );
  assert.equal(found.filter(({ summary }) => summary === null).length, 1);
});
