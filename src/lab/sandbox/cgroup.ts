import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endById } from './process.ts';

const BASE = '/sys/fs/cgroup';
const MIB = 1024 * 1024;

/** A control group that bounds the memory and the number of processes of one sandbox. */
export interface ControlGroup {
  /** Put a process, and all that it will start, under the limits. */
  add(pid: number): Promise<void>;
  /** Take the group away once its processes have ended. */
  remove(): Promise<void>;
}

/**
 * Make a control group, of version 1 or 2, whichever this process may write.
 *
 * @param memory in MiB.
 * @returns null where there is none to be had; resource limits of each process must do then.
 */
export async function makeControlGroup(
  name: string,
  memory: number,
  processes: number,
): Promise<ControlGroup | null> {
  const bytes = String(memory * MIB);
  if (existsSync(join(BASE, 'memory', 'memory.limit_in_bytes'))) {
    return makeGroup([
      { folder: join(BASE, 'memory', name), limits: { 'memory.limit_in_bytes': bytes } },
      { folder: join(BASE, 'pids', name), limits: { 'pids.max': String(processes) } },
    ]);
  }
  const controllers = await readFile(join(BASE, 'cgroup.subtree_control'), 'utf8').catch(() => '');
  if (!controllers.includes('memory')) return null;
  const limits = { 'memory.max': bytes, 'memory.swap.max': '0', 'pids.max': String(processes) };
  return makeGroup([{ folder: join(BASE, name), limits }]);
}

interface Part {
  folder: string;
  limits: Record<string, string>;
}

async function makeGroup(parts: readonly Part[]): Promise<ControlGroup | null> {
  const made: string[] = [];
  const group: ControlGroup = {
    async add(pid) {
      for (const folder of made) await writeFile(join(folder, 'cgroup.procs'), String(pid));
    },
    async remove() {
      for (const folder of made) await removeGroup(folder);
    },
  };
  try {
    for (const { folder, limits } of parts) {
      await mkdir(folder);
      made.push(folder);
      for (const [file, value] of Object.entries(limits)) await setLimit(join(folder, file), value);
    }
    return group;
  } catch {
    await group.remove();
    return null;
  }
}

/** Write a limit; a kernel without that file (no swap accounting) has nothing to bound there. */
async function setLimit(path: string, value: string): Promise<void> {
  if (existsSync(path)) await writeFile(path, value);
}

/** End what is in a group; the kernel refuses to take it away while a process is still on its way out. */
async function removeGroup(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt++) {
    try {
      return await rmdir(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      endGroup(folder);
      await sleep(25);
    }
  }
}

/** End all processes of a group. */
export function endGroup(folder: string): void {
  let list = '';
  try {
    list = readFileSync(join(folder, 'cgroup.procs'), 'utf8');
  } catch {
    // The group is gone.
  }
  for (const pid of list.split('\n').filter(Boolean)) endById(Number(pid));
}
