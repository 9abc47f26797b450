import { setTimeout as sleep } from 'node:timers/promises';
import type { Ready } from '../../entry/schema/lab.ts';
import { shellWord } from '../sandbox/namespace.ts';
import type { Sandbox, SandboxProcess } from '../sandbox/sandbox.ts';
import { homePath } from './command.ts';

const POLL_MS = 50;
/** A look at a file or a log starts programs in the sandbox, which cost more than what they look for. */
const FILE_POLL_MS = 200;

/** Decides whether a program that keeps running is ready, by what was there before it started. */
export interface Readiness {
  /** How long to wait between two looks, in milliseconds. */
  every: number;
  isReady(process: SandboxProcess, log: string | undefined): Promise<boolean>;
}

/**
 * Note what listens and exists now, so that readiness of a program that starts afterwards is its own
 * doing: a port that another program holds does not count.
 */
export async function watchReady(sandbox: Sandbox, ready: Ready | undefined): Promise<Readiness> {
  const before = ready?.port === undefined ? new Set<string>() : await listeners(sandbox, Number(ready.port));
  return {
    every: ready?.file === undefined && ready?.log === undefined ? POLL_MS : FILE_POLL_MS,
    async isReady(process, log) {
      await process.pid;
      if (ready?.port !== undefined) {
        const now = await listeners(sandbox, Number(ready.port));
        if (![...now].some((inode) => !before.has(inode))) return false;
      }
      if (ready?.file !== undefined && !(await exists(sandbox, homePath(ready.file)))) return false;
      if (ready?.log !== undefined && !(await output(sandbox, process, log)).includes(ready.log))
        return false;
      return true;
    },
  };
}

/**
 * Wait until a program is ready or cannot become so any more.
 *
 * @param seconds until it is given up.
 * @returns `ready`; `ended` where it exited with a status other than 0; `late` where time is over.
 */
export async function waitReady(
  readiness: Readiness,
  process: SandboxProcess,
  log: string | undefined,
  seconds: number,
): Promise<'ready' | 'ended' | 'late'> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await readiness.isReady(process, log)) return 'ready';
    if (process.status !== undefined && process.status !== 0) return 'ended';
    await sleep(readiness.every);
  }
  return 'late';
}

/** Read what a program printed: from its log file where it has one. */
export async function output(
  sandbox: Sandbox,
  process: SandboxProcess,
  log: string | undefined,
): Promise<string> {
  if (log === undefined) return sandbox.read(process);
  const word = shellWord(homePath(log));
  return (await sandbox.ask(`[ -f ${word} ] && timeout 5 tail -c 65536 -- ${word}`)).toString('utf8');
}

async function listeners(sandbox: Sandbox, port: number): Promise<Set<string>> {
  return listeningInodes(await sandbox.sockets(), port);
}

/**
 * Find the sockets that listen on a port in the text of /proc/net/tcp and tcp6 (proc_net_tcp.txt of the
 * kernel's documentation: local address, state 0A for listening, inode).
 */
export function listeningInodes(table: string, port: number): Set<string> {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const inodes = new Set<string>();
  for (const line of table.split('\n')) {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    if (local?.endsWith(suffix) && state === '0A' && inode !== undefined) inodes.add(inode);
  }
  return inodes;
}

async function exists(sandbox: Sandbox, path: string): Promise<boolean> {
  return (await sandbox.ask(`[ -e ${shellWord(path)} ] && echo yes`)).toString('utf8').includes('yes');
}
