import type { CauseResult, CellResult, TellResult } from '../../entry/schema/results.ts';

/**
 * Keep the excerpts of the last run wherever this one came out the same. An excerpt is an example of
 * what was seen: programs that race print the same things in another order each time, and a run that
 * learned nothing new is to leave the file as it is.
 */
export function keepExcerpts(result: CauseResult, old: CauseResult | undefined): CauseResult {
  if (old === undefined || old.digest !== result.digest) return result;
  const remedies = Object.entries(result.remedies).map(([id, cell]) => [
    id,
    keepCell(cell, old.remedies[id]),
  ]);
  return {
    ...keepOne(result, old, ['outcome', 'signature', 'captures', 'exit']),
    tell: keepTell(result.tell, old.tell),
    remedies: Object.fromEntries(remedies),
  };
}

function keepTell(tell: TellResult | null, old: TellResult | null): TellResult | null {
  if (tell === null || old === null || old.digest !== tell.digest) return tell;
  const tried = tell.tried.map((one, index) => keepOne(one, old.tried[index], ['cause', 'holds', 'exit']));
  return { ...tell, tried };
}

function keepCell(cell: CellResult, old: CellResult | undefined): CellResult {
  if (old === undefined || old.digest !== cell.digest) return cell;
  const trials = cell.trials.map((trial, index) => keepOne(trial, old.trials[index], ['outcome', 'steps']));
  return { ...cell, trials };
}

/** Take the excerpt of an earlier result if all that was found is equal. */
function keepOne<T extends { excerpt: string }>(now: T, old: T | undefined, found: readonly (keyof T)[]): T {
  const same =
    old !== undefined && found.every((key) => JSON.stringify(now[key]) === JSON.stringify(old[key]));
  return same ? { ...now, excerpt: old.excerpt } : now;
}
