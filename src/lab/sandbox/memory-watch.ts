import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { readProc } from './process.ts';

const EVERY_MS = 250;
const MIB = 1024 * 1024;
/** Size of a page on the machines that the tools of the lab are built for. */
const PAGE = 4096;
/** Unit of `blocks` in stat(2). */
const BLOCK = 512;

/**
 * Watch the memory of a process and all that descends from it, where no control group can
 * bound it.
 *
 * @param limit in MiB.
 * @param exceeded is called once.
 * @returns a function that ends the watch.
 */
export function watchMemory(pid: number, limit: number, exceeded: () => void): () => void {
  const timer = setInterval(() => {
    if (usedBytes(pid, limit * MIB) <= limit * MIB) return;
    clearInterval(timer);
    exceeded();
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Sum the memory of a process and its descendants: what is resident (proc_pid_statm(5)), and files in
 * memory that no file system shows (memfd_create(2)). Only where that is too much is it worth the time to
 * count shared pages once (Pss in proc_pid_smaps(5)).
 */
function usedBytes(pid: number, limit: number): number {
  const all = descendants(pid);
  const files = memoryFileBytes(all);
  const resident = all.reduce((sum, one) => sum + residentBytes(one), 0);
  return (resident + files > limit ? all.reduce((sum, one) => sum + shareBytes(one), 0) : resident) + files;
}

function descendants(pid: number): number[] {
  const children = readProc(`${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean);
  return [pid, ...children.flatMap((child) => descendants(Number(child)))];
}

function residentBytes(pid: number): number {
  return (Number(readProc(`${pid}/statm`).split(' ')[1]) || 0) * PAGE;
}

function shareBytes(pid: number): number {
  const share = /^Pss:\s+(\d+) kB/m.exec(readProc(`${pid}/smaps_rollup`))?.[1];
  return share === undefined ? residentBytes(pid) : Number(share) * 1024;
}

function memoryFileBytes(pids: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const pid of pids) {
    for (const descriptor of descriptors(pid)) {
      const path = `/proc/${pid}/fd/${descriptor}`;
      try {
        if (!readlinkSync(path).startsWith('/memfd:')) continue;
        const { ino, blocks } = statSync(path);
        sizes.set(ino, blocks * BLOCK);
      } catch {
        // It has been closed.
      }
    }
  }
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

function descriptors(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`);
  } catch {
    return [];
  }
}
