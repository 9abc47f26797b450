// Sandboxes without user namespaces: what is left of them, as it is said. This file runs in a process of its own.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Attacker } from '../fixtures/attack.ts';
import { hasOwnIds, isHostRoot } from './namespace.ts';
import { permitUnsafe } from './unsafe.ts';

const said: string[] = [];
const tell = (line: string): void => void said.push(line);

test('where user namespaces are allowed, --unsafe changes nothing', async () => {
  await permitUnsafe(tell, async () => true);
  assert.ok(hasOwnIds());
  assert.deepEqual(said, []);
});

test('without them it takes root, and says what it means', async () => {
  const permitted = permitUnsafe(tell, async () => false);
  if (!isHostRoot()) return assert.rejects(permitted, /--unsafe takes root.*sudo/);
  await permitted;
  assert.match(said.join('\n'), /^UNSAFE: .*root of a sandbox is root of this machine.*trust\.$/);
});

test('root of the sandbox is the host’s, and still reaches nothing of it', async () => {
  if (!isHostRoot()) return;
  const attacker = await Attacker.prepare();
  if (attacker === null) return;
  const secret = join(attacker.folder, 'secret');
  writeFileSync(secret, 'of-the-host');
  const attempts = [
    `cat ${secret}`,
    `kill -0 ${process.pid}`,
    'mount -t tmpfs none /tmp',
    'mknod /tmp/disk b 8 0',
    'printf %s "$(cat /proc/sys/kernel/core_pattern)" >/proc/sys/kernel/core_pattern',
    'echo h >/proc/sysrq-trigger',
    'nsenter --target 1 --net true',
    'head -c1 /proc/kcore',
    'touch /usr/mark',
  ];
  const script = `id -u; awk '{ print $1, $2 }' /proc/self/uid_map; node -e "console.log(Object.keys(require('os').networkInterfaces()).join())"
${attempts.map((one) => `(${one}) >/dev/null 2>&1 && echo ${JSON.stringify(`did: ${one}`)}`).join('\n')}`;
  assert.equal((await attacker.attack('root', script)).output, '0\n0 0\nlo\n');
  assert.match(
    (await attacker.attack('lab', `id -u; touch ~/mine && stat -c %U ~/mine`)).output,
    /^1000\nlab\n$/,
  );
  assert.equal(readFileSync(secret, 'utf8'), 'of-the-host');
});
