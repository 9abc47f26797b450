import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';

const bwrap = await sandboxOrRefusal(await hostMachine());

/** Attaches to a sandbox in a process of its own, whose standard streams it passes on. */
const PROGRAM = `
import { hostMachine } from '${import.meta.dirname}/../fixtures/machine.ts';
import { LAB, userScript } from '${import.meta.dirname}/../trial/command.ts';
import { attach } from '${import.meta.dirname}/attach.ts';
import { fullLimits } from '${import.meta.dirname}/limits.ts';
import { Sandbox } from '${import.meta.dirname}/sandbox.ts';
const sandbox = await Sandbox.start(await hostMachine(), fullLimits({}), process.argv[1]);
await sandbox.ask('echo here > /home/lab/made');
const script = userScript({ command: 'exec bash', user: LAB, env: { PATH: process.env.PATH }, cwd: '.' });
const status = await attach(sandbox, script);
await sandbox.close();
process.exit(status ?? 99);
`;

test('a shell reads from here, writes here, stands in the sandbox and gives its status', () => {
  if (bwrap === null) return;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', PROGRAM, bwrap],
    { encoding: 'utf8', input: 'cat made; pwd; hostname; grep CapEff /proc/self/status; exit 7\n' },
  );
  assert.equal(stdout, 'here\n/home/lab\nlab\nCapEff:\t0000000000000000\n', stderr);
  assert.equal(status, 7);
});
