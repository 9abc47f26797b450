import type { EntryReport } from './entry-report.ts';

/** What `--json` prints: one object on standard output. */
export interface RunReport {
  /** Version of this format. */
  schema: 1;
  command: 'run' | 'verify' | 'provision';
  /** Exit status. */
  exit: number;
  /** Why nothing could be run, or null. */
  error: string | null;
  /** Seconds from start to end. */
  seconds: number;
  /** Trials at the same time. */
  jobs: number;
  entries: EntryReport[];
}

/** Write a report as JSON. */
export function formatJson(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
