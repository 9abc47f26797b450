import { readFileSync } from 'node:fs';

const EVERY_MS = 250;
const MIB = 1024 * 1024;
/** Size of a page on the machines that the tools of the lab are built for. */
const PAGE = 4096;

/**
 * Watch the resident memory of a process and all that descends from it, where no control group can
 * bound it.
 *
 * @param limit in MiB.
 * @param exceeded is called once.
 * @returns a function that ends the watch.
 */
export function watchMemory(pid: number, limit: number, exceeded: () => void): () => void {
  const timer = setInterval(() => {
    if (residentBytes(pid) <= limit * MIB) return;
    clearInterval(timer);
    exceeded();
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Sum the resident memory of a process and its descendants, as /proc has it (proc_pid_statm(5)). */
function residentBytes(pid: number): number {
  const pages = Number(readProc(`${pid}/statm`).split(' ')[1] ?? 0);
  const children = readProc(`${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean);
  return children.reduce((sum, child) => sum + residentBytes(Number(child)), (pages || 0) * PAGE);
}

/** A process may be gone by the time it is looked at. */
function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}
