import type { Lab } from '../../entry/schema/lab.ts';

/** A file system of its own in a sandbox. */
export interface MountedDisk {
  /** Absolute, in the sandbox. */
  path: string;
  kibibytes: number;
  inodes: number | undefined;
  /** Id of the user whose it is, where the sandbox is set up. */
  owner: number;
}

/** What one sandbox may use. */
export interface Limits {
  /** MiB of memory, files in the sandbox included. */
  memory: number;
  processes: number;
  /** Files that one program may have open. */
  openFiles: number;
  /** File systems besides the one of all other files. */
  disks?: readonly MountedDisk[];
  /** MiB of files. */
  disk: number;
  /** Seconds from the start of a trial to its end. */
  time: number;
}

const DEFAULT_LIMITS: Limits = { memory: 1024, processes: 256, openFiles: 1024, disk: 128, time: 60 };

/** Fill up the limits of a scenario with the usual ones. */
export function fullLimits(limits: NonNullable<Lab['limits']>): Limits {
  return {
    memory: limits.memory ?? DEFAULT_LIMITS.memory,
    processes: limits.processes ?? DEFAULT_LIMITS.processes,
    openFiles: limits.openFiles ?? DEFAULT_LIMITS.openFiles,
    disk: limits.disk ?? DEFAULT_LIMITS.disk,
    time: limits.time ?? DEFAULT_LIMITS.time,
  };
}
