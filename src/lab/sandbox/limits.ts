import type { Lab } from '../../entry/schema/lab.ts';

/** What one sandbox may use. */
export interface Limits {
  /** MiB of memory, files in the sandbox included. */
  memory: number;
  processes: number;
  /** MiB of files. */
  disk: number;
  /** Seconds from the start of a trial to its end. */
  time: number;
}

const DEFAULT_LIMITS: Limits = { memory: 1024, processes: 256, disk: 128, time: 60 };

/** Fill up the limits of a scenario with the usual ones. */
export function fullLimits(limits: NonNullable<Lab['limits']>): Limits {
  return {
    memory: limits.memory ?? DEFAULT_LIMITS.memory,
    processes: limits.processes ?? DEFAULT_LIMITS.processes,
    disk: limits.disk ?? DEFAULT_LIMITS.disk,
    time: limits.time ?? DEFAULT_LIMITS.time,
  };
}
