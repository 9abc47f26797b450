import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../provision/cache.ts';
import { endGroup } from './cgroup.ts';

const PREFIX = 'fixrate-lab-';
const GROUP_FOLDERS = ['/sys/fs/cgroup', '/sys/fs/cgroup/memory', '/sys/fs/cgroup/pids'];

/** Begin of the names of all that this process makes on the host for its sandboxes. */
export function sandboxPrefix(pid = process.pid): string {
  return `${PREFIX}${pid}-`;
}

/** Take away the folders and control groups that killed runs of the lab left behind, and end what lives on in them. */
export function sweepLeftovers(): void {
  for (const name of leftoversIn(tmpdir())) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  for (const folder of GROUP_FOLDERS) {
    for (const name of leftoversIn(folder)) {
      endGroup(join(folder, name));
      try {
        rmdirSync(join(folder, name));
      } catch {
        // Its processes are still on their way out: the next run takes it away.
      }
    }
  }
}

function leftoversIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : Number.NaN;
    return Number.isInteger(pid) && !isAlive(pid);
  });
}
