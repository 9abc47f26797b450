// What lives on after a sandbox: nothing, whatever it ignores, hides or ends itself.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Attacker, countOnHost } from '../fixtures/attack.ts';
import { isHostRoot } from './namespace.ts';
import { sweepLeftovers } from './sweep.ts';

const attacker = await Attacker.prepare();

const HIDING = [
  "trap '' HUP INT TERM QUIT",
  'nohup sleep 4722471 >/dev/null 2>&1 &',
  'setsid sh -c "(sleep 4722471 &) &" </dev/null >/dev/null 2>&1 &',
  '(setsid setsid sleep 4722471 & disown) 2>/dev/null',
  `node -e "require('child_process').spawn('sleep', ['4722471'], { detached: true, stdio: 'ignore' }).unref()"`,
].join('\n');

/** Wait for something that is about to be so. */
async function soon(holds: () => boolean): Promise<boolean> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (holds()) return true;
    await sleep(50);
  }
  return false;
}

test('daemons, and programs that ignore every signal that can be ignored, end with the sandbox', async () => {
  if (attacker === null) return;
  const sandbox = await attacker.open();
  try {
    const stubborn = sandbox.start(`${HIDING}\nwhile :; do sleep 4722471; done`);
    await stubborn.pid;
    assert.ok(await soon(() => countOnHost('sleep 4722471') >= 4), `${countOnHost('sleep 4722471')} run`);
    await sandbox.close();
    assert.equal(countOnHost('sleep 4722471'), 0);
  } finally {
    await sandbox.close();
  }
});

test('a sandbox that ends its own agent has ended', async () => {
  if (attacker === null) return;
  const user = isHostRoot() ? 'root' : 'lab';
  const { exit } = await attacker.attack(user, 'setsid sleep 4723471 & kill -9 -1; kill -9 2; sleep 4723471');
  assert.equal(exit, null);
  assert.equal(countOnHost('sleep 4723471'), 0);
});

test('a sandbox that stops its agent, so that it never answers, can be closed', async () => {
  if (attacker === null) return;
  const sandbox = await attacker.open();
  try {
    const user = isHostRoot() ? 'root' : 'lab';
    await attacker.run(
      sandbox,
      user,
      'setsid sleep 4724471 </dev/null >/dev/null 2>&1 & (sleep 0.3; kill -STOP 2) </dev/null >/dev/null 2>&1 &',
    );
    await sleep(600);
    const asked = sandbox.ask('echo here').then(
      () => 'answered',
      () => 'ended',
    );
    await sandbox.close();
    assert.equal(await asked, 'ended');
    assert.equal(countOnHost('sleep 4724471'), 0);
  } finally {
    await sandbox.close();
  }
});

test('where the lab itself is killed, its sandboxes end, and the next run takes away what they left', async () => {
  if (attacker === null) return;
  const script = `
import { Attacker } from ${JSON.stringify(join(import.meta.dirname, '../fixtures/attack.ts'))};
const attacker = await Attacker.prepare();
const sandbox = await attacker.open();
await sandbox.start('setsid sleep 4725471 & exec sleep 4725471').pid;
console.log(process.env.TMPDIR);
setInterval(() => {}, 1000);`;
  const lab = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const folder = await new Promise<string>((resolve) => {
    createInterface({ input: lab.stdout }).once('line', resolve);
  });
  assert.ok(await soon(() => countOnHost('sleep 4725471') === 2));
  lab.kill('SIGKILL');
  await once(lab, 'exit');
  assert.ok(await soon(() => countOnHost('sleep 4725471') === 0), 'its sandbox lives on');
  process.env['TMPDIR'] = folder;
  sweepLeftovers();
  process.env['TMPDIR'] = attacker.folder;
  const left = readdirSync(folder).filter((name) => name.startsWith('fixrate-lab-'));
  assert.deepEqual(left, []);
  const groups = '/sys/fs/cgroup/memory';
  if (existsSync(groups)) {
    assert.deepEqual(
      readdirSync(groups).filter((name) => name.startsWith(`fixrate-lab-${lab.pid}-`)),
      [],
    );
  }
});
