import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';
import { baseEnv, userScript } from '../trial/command.ts';
import { fullLimits } from './limits.ts';
import { Sandbox } from './sandbox.ts';

const machine = hostMachine();

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
      const env = baseEnv('lab', machine.path);
      const process = sandbox.start(userScript({ command, user: 'lab', env, cwd: '.', merge: true }));
      const exit = await process.exited;
      await judge({ exit, output: await sandbox.read(process) });
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
  'an ordinary user has no rights beyond its home, and a name',
  'id -un; grep CapEff /proc/self/status; touch /etc/mine 2>&1 | grep -o denied; cd; pwd; touch file && echo written; kill -9 1 2>&1 | grep -o permitted; ls -d /root/.[a-z]* /work 2>&1 | grep -c "No such\\|denied"',
  ({ output }) =>
    assert.deepEqual(output.split('\n').slice(0, 6), [
      'lab',
      'CapEff:\t0000000000000000',
      'denied',
      '/home/lab',
      'written',
      'permitted',
    ]),
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
