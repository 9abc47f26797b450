import { spawn } from 'node:child_process';
import { findProgram } from '../provision/tools.ts';
import { hasOwnIds, isHostRoot, shellWord } from './namespace.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * Run a script in a sandbox with the standard streams of this process, as somebody who sits before it.
 *
 * A terminal of its own stands between the two where this process has one: what runs in the sandbox
 * could write into the caller's terminal otherwise.
 *
 * @param script for `sh`, as root of the sandbox; it gives up its rights itself, see `userScript`.
 * @returns its exit status; null where it was ended from outside.
 */
export async function attach(sandbox: Sandbox, script: string): Promise<number | null> {
  const own = isHostRoot() ? '--setuid 0 --setgid 0' : '--preserve-credentials';
  const spaces = `${hasOwnIds() ? '--user ' : ''}--mount --pid --net --ipc --uts --root --wd`;
  const enter = `exec nsenter --target "$inside" ${own} ${spaces} sh -c ${shellWord(script)}`;
  // It waits until it is under the limits of the sandbox.
  const start = `IFS= read -r inside <&3; exec 3<&-; export inside; ${throughTerminal(enter)}`;
  const child = spawn('sh', ['-c', start], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    // What runs in the sandbox could read the variables of this process.
    env: { PATH: process.env['PATH'], TERM: process.env['TERM'], SHELL: '/bin/sh' },
  });
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const inside = await sandbox.admit(child.pid ?? 0);
  const go = child.stdio[3];
  if (go && 'write' in go) go.end(`${inside}\n`);
  return exited;
}

function throughTerminal(command: string): string {
  if (!process.stdin.isTTY || findProgram('script') === null) return command;
  return `exec script --quiet --return --command ${shellWord(command)} /dev/null`;
}
