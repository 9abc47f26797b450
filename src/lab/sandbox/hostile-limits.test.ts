// What a hostile scenario can use up: what its limits allow, and never the host.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Attacker, countOnHost, LIMITS, type Loot, markOf, type User } from '../fixtures/attack.ts';

import { SandboxEnded } from './sandbox.ts';

const MIB = 1024 * 1024;
const MARK = markOf(4721);
const BOMB = `bash -c : ${MARK}`;
const attacker = await Attacker.prepare();

/** Attack a sandbox of its own, if this host has sandboxes. */
function attack(name: string, command: string, judge: (loot: Loot) => void, user: User = 'lab'): void {
  test(name, async () => {
    if (attacker !== null) judge(await attacker.attack(user, command));
  });
}

/** Take the numbers of an output, one a line. */
function numbers({ output }: Loot): number[] {
  return output.trim().split('\n').map(Number);
}

test('a fork bomb makes no more processes than allowed, and ends with the sandbox', async () => {
  if (attacker === null) return;
  const sandbox = await attacker.open();
  try {
    const bomb = attacker.run(
      sandbox,
      'lab',
      `: ${MARK}; bomb() { bomb | bomb & }; bomb 2>/dev/null; sleep 1000`,
    );
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const count = countOnHost(BOMB);
    assert.ok(count <= 2 * LIMITS.processes, `${count} processes`);
    await sandbox.close();
    assert.equal((await bomb).exit, null);
    assert.equal(countOnHost(BOMB), 0);
  } finally {
    await sandbox.close();
  }
});

attack(
  'many processes that each take a little memory are ended like one that takes much',
  'for i in $(seq 12); do (x=$(head -c 60000000 /dev/zero | tr "\\0" x); sleep 2; echo kept) 2>/dev/null & done; wait',
  ({ exit, output }) => {
    const kept = output.match(/^kept$/gm)?.length ?? 0;
    assert.ok(exit === null || kept < 12, `${kept} of 12 kept 60 MB each, of ${LIMITS.memory} MiB`);
  },
);

attack(
  'files fill no more than the disk of the sandbox, wherever they are written',
  'exec 2>/dev/null; for f in /tmp /dev/shm $HOME /var/tmp; do cat /dev/zero >$f/big; stat -c %s $f/big || echo 0; done',
  (loot) => {
    const all = numbers(loot).reduce((sum, size) => sum + size, 0);
    // Shared memory has 16 MiB of its own.
    assert.ok(all > MIB && all <= (LIMITS.disk + 16) * MIB, `${all} bytes were written`);
  },
);

attack(
  'empty files run out of inodes',
  `node -e "let n = 0; try { for (; n < 50000; n++) require('fs').writeFileSync('f' + n, '') } catch (error) { console.log(n) }"`,
  (loot) => {
    const [count] = numbers(loot);
    assert.ok(count !== undefined && count > 100 && count <= LIMITS.disk * 200, `${count} files`);
  },
);

attack(
  'a file with a hole cannot be larger than a file may be',
  'exec 2>/dev/null; truncate -s 10G hole; stat -c %s hole || echo 0',
  ({ output }) => assert.equal(output, '0\n'),
);

for (const [name, command] of [
  ['on standard output', 'yes boom'],
  ['on standard error', 'yes boom >&2'],
  ['in one line', "tr '\\0' x </dev/zero"],
] as const) {
  test(`endless output ${name} is cut off, the lab reads its end, and what runs next is not disturbed`, async () => {
    if (attacker === null) return;
    const sandbox = await attacker.open({ ...LIMITS, memory: 512 });
    try {
      const { exit, output } = await attacker.run(sandbox, 'lab', command);
      assert.notEqual(exit, 0);
      assert.equal(Buffer.byteLength(output), 65_536);
      const size = Number(await sandbox.ask('stat -c %s 1.out'));
      assert.equal(size, 64 * MIB);
      assert.equal((await attacker.run(sandbox, 'lab', 'echo next')).output, 'next\n');
    } finally {
      await sandbox.close();
    }
  });
}

test('a line without end on the way to the lab ends the sandbox, not the lab', async () => {
  if (attacker === null) return;
  const sandbox = await attacker.open();
  try {
    const before = process.memoryUsage().rss;
    const flood = sandbox.start("tr '\\0' x </dev/zero >&3", true);
    assert.equal(await flood.exited, null);
    await assert.rejects(sandbox.ask('echo here'), SandboxEnded);
    const grown = process.memoryUsage().rss - before;
    assert.ok(grown < 64 * MIB, `the lab grew by ${grown} bytes`);
  } finally {
    await sandbox.close();
  }
});

attack(
  'variables that are too large to start a program with harm that program alone',
  'export BIG=$(head -c 300000 /dev/zero | tr "\\0" x); env true 2>said; unset BIG; grep -o "Argument list too long" said; echo on',
  ({ output }) => assert.equal(output, 'Argument list too long\non\n'),
);

attack(
  'a crash leaves no image of its memory',
  'sh -c "kill -SEGV \\$\\$"; echo $?; ls -A | grep -c core',
  ({ output }) => assert.match(output, /^139\n0\n$/m),
);

attack(
  'nobody raises a limit again',
  'for l in n u f c; do ulimit -H -$l unlimited 2>/dev/null && echo "raised $l"; done; true',
  ({ output }) => assert.equal(output, ''),
);
