import { readFileSync } from 'node:fs';

/** A process of the host, told from a later one that was given the same id. */
export interface HostProcess {
  pid: number;
  /** When it started, in ticks since the host did; see proc_pid_stat(5). */
  started: string;
}

/** Find the first child of a process; bubblewrap's is the first process of the sandbox. */
export function firstChild(pid: number | undefined): HostProcess | null {
  const first = readProc(`${pid}/task/${pid}/children`).trim().split(' ')[0];
  return first ? look(Number(first)) : null;
}

/**
 * End a process. The first one of a process namespace takes all others of it along, whatever they
 * ignore and whatever became of their parents.
 */
export function endProcess(process: HostProcess | null): void {
  if (process === null || look(process.pid)?.started !== process.started) return;
  endById(process.pid);
}

/** End a process by its id alone, if it is still there. */
export function endById(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** Read a file of /proc; empty where the process is gone. */
export function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}

function look(pid: number): HostProcess | null {
  // The name, in brackets, may hold anything.
  const fields = readProc(`${pid}/stat`).replace(/^.*\)/s, '').trim().split(' ');
  const started = fields[19];
  return started === undefined ? null : { pid, started };
}
