import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';

const machine = await hostMachine();
const { root, mounts } = machine;
const allowed = (await sandboxOrRefusal(machine)) !== null;

/** Ask for sandboxes in a process of its own, and return what the lab says to it. */
function refusal(prelude: string): string {
  const script = `
${prelude}
const { findSandbox, probeSandbox } = await import(${JSON.stringify(join(import.meta.dirname, 'detect.ts'))});
await findSandbox().then((bwrap) => probeSandbox(${JSON.stringify({ root, mounts })}, bwrap)).then(() => console.log('none'), (error) => console.log(error.name, error.message));`;
  const node = [process.execPath, '--input-type=module', '-e', script];
  // Where namespaces may be made, one is entered in which no other may.
  const wall = ['unshare', '--user', '--map-root-user', 'sh', '-c'];
  const closed = 'echo 0 >/proc/sys/user/max_user_namespaces; exec "$@"';
  const [program = '', ...args] = allowed && prelude === '' ? [...wall, closed, 'sh', ...node] : node;
  return spawnSync(program, args, { encoding: 'utf8' }).stdout;
}

test('a machine that forbids user namespaces is told what to allow, in one sentence', () => {
  assert.match(
    refusal(''),
    /^CannotRunHere This machine does not let the lab make a sandbox \(.+\)\. Run .+ run it with --docker.*\.$/m,
  );
});

test('a system that is no Linux is told of Docker', () => {
  const other = "Object.defineProperty(process, 'platform', { value: 'darwin' });";
  assert.match(
    refusal(
      `${other}\nconst os = (await import('node:module')).createRequire('file:///')('node:os'); os.platform = () => 'darwin'; (await import('node:module')).syncBuiltinESMExports();`,
    ),
    /^CannotRunHere The lab needs Linux: run it in Docker \(npm run lab -- --docker …\)/m,
  );
});
