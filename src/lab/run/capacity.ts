import { availableParallelism } from 'node:os';
import type { LabEntry } from '../read.ts';
import { fullLimits, type Limits } from '../sandbox/limits.ts';
import { Jobs } from './jobs.ts';

const MIB = 1024 * 1024;
/** Part of the free memory that sandboxes may take together. */
const SHARE = 0.8;

/**
 * Say how much of this machine trials may use.
 *
 * @param jobs as asked for: then memory is the concern of whoever asked; null: as many as there are
 * cores, and no more than fit into the free memory by the limits of their scenarios.
 */
export function makeJobs(jobs: number | null): Jobs {
  if (jobs !== null) return new Jobs(jobs);
  return new Jobs(availableParallelism(), (process.availableMemory() * SHARE) / MIB);
}

/** Memory in MiB that a sandbox may take: its processes and its files. */
export function memoryOf(limits: LabEntry['lab']['limits']): number {
  const { memory, disk }: Limits = fullLimits(limits ?? {});
  return memory + disk;
}
