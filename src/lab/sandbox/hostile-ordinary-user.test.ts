// The same attacks on the sandboxes that a user without rights on the host has. Where this test runs as
// root, it gives its rights away first; elsewhere the other files have run as such a user already.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { Attacker } from '../fixtures/attack.ts';
import { findSandbox } from './detect.ts';
import { isHostRoot } from './namespace.ts';

/** An id that owns nothing; on Linux that of nobody. */
const NOBODY = 65_534;
const SUITES = ['hostile-reach', 'hostile-limits', 'hostile-survivors'];
const PACKAGES = ['yaml', 'zod'];

const folder = mkdtempSync('/tmp/fixrate-nobody-');
after(() => rmSync(folder, { recursive: true, force: true }));

test('an ordinary user of the host is as safe as root', async () => {
  if ((await Attacker.prepare()) === null || !isHostRoot()) return;
  const root = resolve(import.meta.dirname, '../../..');
  const bin = join(folder, 'bin');
  // The project may stand where nobody else may look.
  chmodSync(folder, 0o755);
  mkdirSync(bin);
  copyFileSync(process.execPath, join(bin, 'node'));
  copyFileSync(await findSandbox(), join(bin, 'bwrap'));
  chmodSync(join(bin, 'bwrap'), 0o755);
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
  for (const name of PACKAGES)
    cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true });
  const home = join(folder, 'home');
  mkdirSync(home);
  chownSync(home, NOBODY, NOBODY);
  const files = SUITES.map((name) => join(folder, 'src/lab/sandbox', `${name}.test.ts`));
  const drop = ['--reuid', `${NOBODY}`, '--regid', `${NOBODY}`, '--clear-groups', '--bounding-set=-all'];
  const node = [join(bin, 'node'), '--test', '--test-reporter', 'tap', ...files];
  const { status, stdout, stderr } = spawnSync('setpriv', [...drop, ...node], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${bin}:${process.env['PATH']}`, HOME: home, TMPDIR: home },
  });
  assert.equal(status, 0, `${stdout}${stderr}`);
  assert.ok(Number(/^# pass (\d+)$/m.exec(stdout)?.[1]) >= 25, stdout);
});
