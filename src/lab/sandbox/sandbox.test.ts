import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';
import { baseEnv, LAB, userScript } from '../trial/command.ts';
import { fullLimits } from './limits.ts';
import { isHostRoot } from './namespace.ts';
import { Sandbox, SandboxEnded } from './sandbox.ts';

const machine = await hostMachine();

// Sandboxes make their folders in one that nobody else uses.
const folder = mkdtempSync(join(tmpdir(), 'fixrate-test-'));
chmodSync(folder, 0o755);
process.env['TMPDIR'] = folder;
const bwrap = await sandboxOrRefusal(machine);

interface Seen {
  exit: number | null;
  output: string;
}

/** Run a command as the ordinary user of a fresh sandbox, if this host has sandboxes. */
function inSandbox(name: string, command: string, judge: (seen: Seen) => void | Promise<void>): void {
  test(name, async () => {
    if (bwrap === null) return;
    const limits = fullLimits({ processes: 64, disk: 16, memory: 128 });
    const sandbox = await Sandbox.start(machine, limits, bwrap);
    try {
      const env = baseEnv(LAB, machine.path);
      const process = sandbox.start(userScript({ command, user: LAB, env, cwd: '.', merge: true }));
      const exit = await process.exited;
      const output = await sandbox.read(process).catch((error: unknown) => {
        assert.ok(error instanceof SandboxEnded, String(error));
        return '';
      });
      await judge({ exit, output });
    } finally {
      await sandbox.close();
    }
  });
}

/** Tell whether a process of this host has a word in its command line. */
function runsOnHost(word: string): boolean {
  return execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).includes(word);
}

const listener = createServer().listen(0, '127.0.0.1');
await new Promise((resolve) => listener.once('listening', resolve));
listener.unref();
const address = listener.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;

inSandbox(
  'neither the network nor what listens on the host can be reached, loopback can',
  `(: </dev/tcp/127.0.0.1/${port}) 2>&1 | grep -om1 'Connection refused' | head -1; (: </dev/tcp/192.0.2.1/80) 2>&1 | grep -o 'Network is unreachable' | head -1
node -e "const s = require('net').createServer((c) => c.end('hello')).listen(4713, '127.0.0.1', () => require('net').connect(4713, '127.0.0.1').on('data', (d) => { console.log(String(d)); process.exit() }))"`,
  ({ output }) => assert.equal(output, 'Connection refused\nNetwork is unreachable\nhello\n'),
);

inSandbox(
  'an ordinary user has a name, a home and no capability',
  `id -un; grep CapEff /proc/self/status; pwd; touch file && echo written; ls ${import.meta.dirname} 2>&1 | grep -c 'No such file'`,
  ({ output }) => {
    assert.equal(output, 'lab\nCapEff:\t0000000000000000\n/home/lab\nwritten\n1\n');
  },
);

inSandbox(
  'where ids can be mapped, what belongs to root is out of reach of an ordinary user',
  'touch /etc/mine 2>&1 | grep -o "Permission denied"; kill -9 2 2>&1 | grep -o "not permitted"; id -u',
  ({ output }) => {
    if (isHostRoot()) assert.equal(output, 'Permission denied\nnot permitted\n1000\n');
    else assert.equal(output, '', 'with one id for all, it ended what runs the sandbox');
  },
);

inSandbox(
  'a program that takes more memory than allowed is ended',
  'node -e "const all = []; for (;;) all.push(Buffer.alloc(8e6, 1))"; echo $?',
  ({ exit, output }) => assert.ok(exit === null || /^(137|134|139)$/m.test(output), output),
);

inSandbox(
  'a daemon that leaves its session ends with the sandbox',
  'setsid bash -c "setsid sleep 4714471 & disown" & sleep 0.2; pgrep -fc "^sleep 4714471"',
  async ({ output }) => {
    assert.equal(output, '1\n');
    assert.ok(runsOnHost('sleep 4714471'));
  },
);

test('nothing of a closed sandbox is left on the host', async () => {
  if (bwrap === null) return;
  const sandbox = await Sandbox.start(machine, fullLimits({}), bwrap);
  await sandbox.start('setsid sleep 4715471 & sleep 4716471').pid;
  await sandbox.ask('sleep 0.1; echo > /tmp/file');
  assert.ok(runsOnHost('sleep 4716471'));
  await sandbox.close();
  assert.ok(!runsOnHost('sleep 4715471') && !runsOnHost('sleep 4716471'));
  assert.ok(!existsSync('/tmp/file'));
  assert.deepEqual(readdirSync(folder), [], 'no folder is left');
});

inSandbox(
  'a flood of files and of processes is stopped at its limits',
  'head -c 40M /dev/zero > big 2>/dev/null; stat -c %s big; for i in $(seq 100); do sleep 30 & done 2>&1 | grep -om1 "Resource temporarily unavailable"; kill $(jobs -p); true',
  ({ output }) => {
    const [size, refused] = output.split('\n');
    assert.ok(Number(size) <= 16 * 1024 * 1024, `${size} bytes were written`);
    assert.equal(refused, 'Resource temporarily unavailable');
  },
);

inSandbox(
  'a program started in the background can be interrupted',
  'trap "echo interrupted; exit" INT; kill -INT $$; echo ignored',
  ({ output }) => assert.equal(output, 'interrupted\n'),
);
