import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type StdioEntry, withoutInherited } from './descriptors.ts';

/** Host id of the sandbox's root; its ids 0 to 65535 stand for this one and those that follow. */
const FIRST_HOST_ID = 200_000;

let mapped = true;

const ID_COUNT = 65_536;

/** Turns a shell that still has the host's ids into root of its namespace, keeping its capabilities there. */
const BECOME_ROOT = 'setpriv --reuid 0 --regid 0 --clear-groups --';

export interface NamespaceOptions {
  /** Shell commands that run before the ids change: they may mount and open what only the caller can reach. */
  before: string;
  /** Shell words, executed as root of the namespace. */
  program: string;
  /** Standard streams; the first two are pipes, because the namespace is set up through them. */
  stdio: readonly StdioEntry[];
  cwd?: string;
  /** Called with the process id before anything runs in the namespace. */
  confine?: (pid: number) => Promise<void>;
}

/**
 * Do without user namespaces from now on, which takes root: root of a sandbox is root of the host, held by
 * its capabilities, its other namespaces and its mounts alone.
 */
export function keepHostIds(): void {
  mapped = false;
}

/** Tell whether sandboxes have ids of their own. */
export function hasOwnIds(): boolean {
  return mapped;
}

/** Host id of the sandbox's root; the ids that follow stand for those of its users. */
export function firstHostId(): number {
  return mapped ? FIRST_HOST_ID : 0;
}

/** Tell whether this process is root of the host, so that it may map a range of ids. */
export function isHostRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Start a program as root of a new user, mount and message-queue namespace: with 65,536 ids of its own where this
 * process is root, with the caller's one id where it is not. Without user namespaces the ids are the host's.
 *
 * @returns the child once its ids are mapped; its standard input and output are then free for use.
 * @throws Error with what was printed where the kernel or the host's policy refuses.
 */
export async function enterNamespace(options: NamespaceOptions): Promise<ChildProcess> {
  const root = isHostRoot() && mapped;
  const ids = mapped ? ['--user', root ? '--keep-caps' : '--map-root-user'] : [];
  const become = root ? BECOME_ROOT : '';
  const script = `echo ready; read go || exit 1\n${options.before}\nexec ${become} ${options.program}`;
  const args = [...ids, '--mount', '--ipc', '--propagation', 'private', 'sh', '-e', '-c', script];
  const child = spawn('unshare', args, {
    stdio: withoutInherited(options.stdio),
    // What runs in the namespace could read the variables of its first process.
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    ...(options.cwd ? { cwd: options.cwd } : {}),
  });
  await ready(child);
  if (root) {
    const map = `0 ${FIRST_HOST_ID} ${ID_COUNT}`;
    await writeFile(`/proc/${child.pid}/gid_map`, map);
    await writeFile(`/proc/${child.pid}/uid_map`, map);
  }
  await options.confine?.(child.pid ?? 0);
  child.stdin?.write('go\n');
  return child;
}

/** Wait for the line that says the namespace exists. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const collect = (data: Buffer): void => {
      said += data;
    };
    child.stderr?.on('data', collect);
    child.on('error', reject);
    const failed = (): void => reject(new Error(`unshare: ${said.trim() || 'ended at once'}`));
    child.once('exit', failed);
    if (child.stdout === null) return reject(new Error('standard output must be a pipe'));
    const lines = createInterface({ input: child.stdout });
    lines.once('line', () => {
      lines.close();
      child.stderr?.off('data', collect);
      child.off('exit', failed);
      resolve();
    });
  });
}

/** Quote a word for a POSIX shell. */
export function shellWord(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
