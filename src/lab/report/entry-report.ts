import { relative } from 'node:path';
import type { LabResults, TrialOutcome } from '../../entry/schema/results.ts';
import { TRIAL_OUTCOMES } from '../../entry/schema/results.ts';
import type { LabEntry } from '../read.ts';
import { isTold } from '../run/plan.ts';

/** What a run came to for one entry. */
export interface EntryReport {
  id: string;
  /** Path of its results. */
  file: string;
  /** Whether that file was written anew. */
  changed: boolean;
  /** ISO 8601 date of the results. */
  date: string;
  /** Trials of this run, those of an interrupted one not counted. */
  ran: number;
  /** Seconds that those trials took together, each in its sandbox. */
  seconds: number;
  causes: { listed: number; inLab: number; reproduced: number };
  /** Trials in the results, by outcome. */
  trials: Record<TrialOutcome, number>;
  /** Cells whose trials differ: environment, cause, remedy. */
  unsteady: string[];
  /** What lab.yaml has and the results have not: environment, cause and, where the cause was run, remedy. */
  notRun: string[];
  /** Environments that could not be had, and why. */
  unavailable: string[];
  /** What is wrong in the content. */
  troubles: string[];
  /** With --verify: what came out otherwise than the results say. */
  differences: string[];
  /** Messages that come close to a signature and are none, with the difference and the line to add. */
  near: string[];
}

/** Gather the figures of an entry from its results. */
export function reportEntry(
  entry: LabEntry,
  results: LabResults,
  run: Pick<EntryReport, 'changed' | 'ran' | 'seconds' | 'unavailable' | 'troubles' | 'differences' | 'near'>,
): EntryReport {
  const cells = [...cellsOf(results)];
  const trials = Object.fromEntries(TRIAL_OUTCOMES.map((outcome) => [outcome, 0])) as EntryReport['trials'];
  for (const { cell } of cells) for (const { outcome } of cell.trials) trials[outcome]++;
  return {
    id: entry.id,
    file: relative('.', `${entry.folder}/lab.results.json`),
    changed: run.changed,
    date: results.date,
    ran: run.ran,
    seconds: Math.round(run.seconds * 10) / 10,
    causes: {
      listed: Object.keys(entry.facts.causes).length,
      inLab: Object.keys(entry.lab.causes).length,
      reproduced: Object.values(results.causes).filter((cause) =>
        Object.values(cause).some(({ outcome }) => outcome === 'reproduced'),
      ).length,
    },
    trials,
    unsteady: cells.filter(({ cell }) => cell.unsteady).map(({ name }) => name),
    notRun: notRunOf(entry, results),
    unavailable: run.unavailable,
    troubles: run.troubles,
    differences: run.differences,
    near: run.near,
  };
}

function* cellsOf(results: LabResults) {
  for (const [cause, environments] of Object.entries(results.causes)) {
    for (const [environment, { remedies }] of Object.entries(environments)) {
      for (const [remedy, cell] of Object.entries(remedies))
        yield { name: `${environment} ${cause} ${remedy}`, cell };
    }
  }
}

function notRunOf({ facts, lab }: LabEntry, results: LabResults): string[] {
  const remedies = Object.keys(facts.remedies).filter(
    (id) => facts.remedies[id] && !isTold(facts.remedies[id]),
  );
  return lab.environments.flatMap(({ id }) =>
    Object.keys(lab.causes).flatMap((cause) => {
      const result = results.causes[cause]?.[id];
      if (result === undefined || result.outcome === 'not-run') return [`${id} ${cause}`];
      if (result.outcome !== 'reproduced') return [];
      return remedies
        .filter((remedy) => result.remedies[remedy] === undefined)
        .map((remedy) => `${id} ${cause} ${remedy}`);
    }),
  );
}
