import type { Entry } from '../../entry/entry.ts';

/** What became of the tell of a cause in the lab. */
export interface TellProof {
  /** Environments in which it, as the first of all, named the cause that was at work. */
  named: number;
  /** Environments in which the tells were tried under this cause. */
  environments: number;
  /** What it printed there first. */
  excerpt: string;
}

/** Read what the tell of a cause showed while that cause was at work, or null where it never ran. */
export function readTell(entry: Entry, cause: string): TellProof | null {
  const runs = Object.values(entry.results?.causes[cause] ?? {}).flatMap(({ tell }) =>
    tell === null ? [] : [tell],
  );
  if (runs.length === 0) return null;
  const own = runs.flatMap((run) => run.tried.filter((one) => one.cause === cause && one.holds));
  return {
    named: runs.filter((run) => run.names === cause).length,
    environments: runs.length,
    excerpt: own[0]?.excerpt ?? '',
  };
}
