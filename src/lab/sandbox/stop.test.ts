import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';
import { fullLimits } from './limits.ts';
import { closeAllSandboxes, isStopping, Sandbox, SandboxEnded } from './sandbox.ts';

const machine = await hostMachine();
const bwrap = await sandboxOrRefusal(machine);

test('when the lab is told to stop, all sandboxes end and no other starts', async () => {
  if (bwrap === null) return;
  const sandbox = await Sandbox.start(machine, fullLimits({}), bwrap);
  const sleeper = sandbox.start('sleep 1000');
  await sleeper.pid;
  await closeAllSandboxes();
  assert.equal(await sleeper.exited, null);
  await assert.rejects(sandbox.ask('echo here'), SandboxEnded);
  await assert.rejects(Sandbox.start(machine, fullLimits({}), bwrap), SandboxEnded);
  assert.ok(isStopping());
});
