import type { LabEnvironment } from '../../entry/schema/lab.ts';
import type { PrintedAt } from '../near/collect.ts';
import type { Provisioned } from '../provision/environment.ts';
import type { Journal } from '../results/journal.ts';
import type { Jobs } from './jobs.ts';

/** What to run of an entry, and with what. */
export interface RunOptions {
  environments: ReadonlySet<string> | null;
  causes: ReadonlySet<string> | null;
  remedies: ReadonlySet<string> | null;
  /** Whether earlier results with the same digest are left aside. */
  fresh: boolean;
  jobs: Jobs;
  journal: Journal;
  /** Program of the host. */
  bwrap: string;
  /** Provide the tools of an environment. */
  provide(environment: LabEnvironment): Promise<Provisioned>;
  /** Called for each trial; `now` is false where an interrupted run had finished it. */
  tried(piece: string, seconds: number, now: boolean): void;
  /** Called for what will not be tried: a piece and all below it. */
  dropped(piece: string): void;
  /** Tell that an environment is done. */
  environmentDone(line: string): void;
  /** Called once no environment is left to begin, so that another entry may. */
  begun(): void;
  /** Tell that an environment cannot be had, so that nothing of it runs, and why. */
  unavailable(environment: string, why: string): void;
  /** Tell what has just been done. */
  progress(line: string): void;
  /** Tell what was seen, for who wants to know all of it. */
  detail(text: string): void;
  /** Told what failing programs printed, each time one ran, and the excerpts of what is not run again. */
  printed?(output: string, at: PrintedAt): void;
  /** Tell that something in the content is wrong. */
  trouble(line: string): void;
}
