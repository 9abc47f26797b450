import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sandboxPrefix, sweepLeftovers } from './sweep.ts';

const folder = mkdtempSync(join(tmpdir(), 'fixrate-test-'));
process.env['TMPDIR'] = folder;
after(() => rmSync(folder, { recursive: true, force: true }));

test('what a killed run left is taken away, what a living one has is not', () => {
  const mine = `${sandboxPrefix()}abc`;
  for (const name of [mine, `${sandboxPrefix(999_999_999)}abc`, 'fixrate-other']) {
    mkdirSync(join(folder, name, 'lower'), { recursive: true });
  }
  sweepLeftovers();
  assert.deepEqual(readdirSync(folder).sort(), [mine, 'fixrate-other'].sort());
});
