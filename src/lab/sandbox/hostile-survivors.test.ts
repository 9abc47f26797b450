// What lives on after a sandbox: nothing, whatever it ignores, hides or ends itself.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Attacker, countOnHost, markOf } from '../fixtures/attack.ts';
import { isHostRoot } from './namespace.ts';
import { sweepLeftovers } from './sweep.ts';

const attacker = await Attacker.prepare();

/** Seconds that the programs of each test sleep; they are counted by it. */
const [DAEMON, ENDED, STOPPED, ORPHAN] = [4722, 4723, 4724, 4725].map(markOf);

const HIDING = [
  "trap '' HUP INT TERM QUIT",
  `nohup sleep ${DAEMON} >/dev/null 2>&1 &`,
  `setsid sh -c "(sleep ${DAEMON} &) &" </dev/null >/dev/null 2>&1 &`,
  `(setsid setsid sleep ${DAEMON} & disown) 2>/dev/null`,
  `node -e "require('child_process').spawn('sleep', ['${DAEMON}'], { detached: true, stdio: 'ignore' }).unref()"`,
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
    const stubborn = sandbox.start(`${HIDING}\nwhile :; do sleep ${DAEMON}; done`);
    await stubborn.pid;
    assert.ok(await soon(() => countOnHost(`sleep ${DAEMON}`) >= 4), `${countOnHost(`sleep ${DAEMON}`)} run`);
    await sandbox.close();
    assert.equal(countOnHost(`sleep ${DAEMON}`), 0);
  } finally {
    await sandbox.close();
  }
});

test('a sandbox that ends its own agent has ended', async () => {
  if (attacker === null) return;
  const user = isHostRoot() ? 'root' : 'lab';
  const { exit } = await attacker.attack(
    user,
    `setsid sleep ${ENDED} & kill -9 -1; kill -9 2; sleep ${ENDED}`,
  );
  assert.equal(exit, null);
  assert.equal(countOnHost(`sleep ${ENDED}`), 0);
});

test('a sandbox that stops its agent, so that it never answers, can be closed', async () => {
  if (attacker === null) return;
  const sandbox = await attacker.open();
  try {
    const user = isHostRoot() ? 'root' : 'lab';
    await attacker.run(
      sandbox,
      user,
      `setsid sleep ${STOPPED} </dev/null >/dev/null 2>&1 & (sleep 0.3; kill -STOP 2) </dev/null >/dev/null 2>&1 &`,
    );
    await sleep(600);
    const asked = sandbox.ask('echo here').then(
      () => 'answered',
      () => 'ended',
    );
    await sandbox.close();
    assert.equal(await asked, 'ended');
    assert.equal(countOnHost(`sleep ${STOPPED}`), 0);
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
await sandbox.start('setsid sleep ${ORPHAN} & exec sleep ${ORPHAN}').pid;
console.log(process.env.TMPDIR);
setInterval(() => {}, 1000);`;
  const lab = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const folder = await new Promise<string>((resolve) => {
    createInterface({ input: lab.stdout }).once('line', resolve);
  });
  assert.ok(await soon(() => countOnHost(`sleep ${ORPHAN}`) === 2));
  lab.kill('SIGKILL');
  await once(lab, 'exit');
  assert.ok(await soon(() => countOnHost(`sleep ${ORPHAN}`) === 0), 'its sandbox lives on');
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
