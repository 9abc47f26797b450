import type { CauseResult, CellResult, LabResults } from '../../entry/schema/results.ts';

/**
 * Say what came out otherwise than in earlier results: causes, wordings, tells and the outcomes of
 * remedies. Cells that were unsteady already are left out, and so is what was not run this time. Excerpts
 * and exit codes may differ.
 */
export function findDifferences(committed: LabResults | null, seen: Pick<LabResults, 'causes'>): string[] {
  return Object.entries(seen.causes).flatMap(([cause, environments]) =>
    Object.entries(environments).flatMap(([environment, now]) => {
      const before = committed?.causes[cause]?.[environment];
      const place = `${cause} in ${environment}`;
      if (before === undefined) return [`${place}: there are no results; now ${now.outcome}`];
      return compareCause(before, now).map((text) => `${place}: ${text}`);
    }),
  );
}

function compareCause(before: CauseResult, now: CauseResult): string[] {
  if (before.outcome !== now.outcome) return [changed('cause', before.outcome, now.outcome)];
  if (now.outcome !== 'reproduced') return [];
  const names = (result: CauseResult): string => result.tell?.names ?? 'nothing';
  const shown = (result: CauseResult): string => (result.tell?.stillShown === false ? 'gone' : 'still there');
  return [
    ...compare('wording', before.signature ?? 'none', now.signature ?? 'none'),
    ...compare('the tells name', names(before), names(now)),
    ...compare('the error after the tells', shown(before), shown(now)),
    ...Object.entries(now.remedies).flatMap(([remedy, cell]) =>
      compareCell(remedy, before.remedies[remedy], cell),
    ),
  ];
}

function compareCell(remedy: string, before: CellResult | undefined, now: CellResult): string[] {
  if (before === undefined) return [`${remedy}: there are no results; now ${outcomes(now)}`];
  return before.unsteady ? [] : compare(remedy, outcomes(before), outcomes(now));
}

function compare(what: string, before: string, now: string): string[] {
  return before === now ? [] : [changed(what, before, now)];
}

function changed(what: string, before: string, now: string): string {
  return `${what}: ${before} before, ${now} now`;
}

function outcomes({ trials }: CellResult): string {
  return [...new Set(trials.map(({ outcome }) => outcome))].sort().join(' or ');
}
