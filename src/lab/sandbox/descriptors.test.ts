import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

// Node itself closes what was inherited below a certain number.
test('a child gets nothing that whoever started the lab had left open', () => {
  const script = `
import { spawnSync } from 'node:child_process';
import { withoutInherited } from ${JSON.stringify(join(import.meta.dirname, 'descriptors.ts'))};
const stdio = withoutInherited(['ignore', 'inherit', 'inherit']);
spawnSync('sh', ['-c', 'ls -l /proc/self/fd | sed -n "s/.* -> //p"'], { stdio });`;
  const left = openSync(import.meta.filename, 'r');
  try {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      stdio: [
        'ignore',
        'pipe',
        'inherit',
        left,
        ...Array.from({ length: 36 }, () => 'ignore' as const),
        left,
      ],
    });
    assert.match(stdout, /^\/dev\/null$/m);
    assert.doesNotMatch(stdout, /test\.ts/);
  } finally {
    closeSync(left);
  }
});
