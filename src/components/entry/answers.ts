import type { Entry } from '../../entry/entry.ts';
import type { Cell } from '../../entry/rates.ts';

/** One cause and the best that was found against it. */
export interface Fix {
  cause: string;
  remedy: string;
  /** Its trials, or null where only reports speak. */
  cell: Cell | null;
  reports: { fixed: number; total: number };
}

/** What fixes which cause. */
export interface Fixes {
  fixed: Fix[];
  /** Reproduced, and nothing fixes them. */
  unproven: string[];
  /** Neither reproduced nor reported as fixed. */
  unmeasured: string[];
}

/** A remedy that goes wrong under some causes. */
export interface Backfire {
  remedy: string;
  kind: 'harmful' | 'relapsed' | 'new-error';
  /** The causes under which it does. */
  causes: string[];
}

/** What wastes time. */
export type Trap = Backfire | { remedy: string; kind: 'dead-end'; causes: [] };

/** Split the causes of an entry into those that something fixes and the others. */
export function listFixes(entry: Entry): Fixes {
  const fixes: Fixes = { fixed: [], unproven: [], unmeasured: [] };
  for (const cause of Object.keys(entry.facts.causes)) {
    const rates = entry.rates.causes[cause];
    const best = rates?.best ?? null;
    if (best !== null) fixes.fixed.push(fixOf(entry, cause, best.remedy));
    else if ((rates?.reproduced.length ?? 0) > 0) fixes.unproven.push(cause);
    else fixes.unmeasured.push(cause);
  }
  return fixes;
}

/**
 * List what wastes time: first what does harm, whichever side it is on, then the other dead ends, then
 * workarounds that relapse or only change the error.
 */
export function listTraps(entry: Entry): Trap[] {
  const deadEnds = entry.rates.order.deadEnds.map((remedy): Trap => {
    const causes = entry.rates.remedies[remedy]?.harms ?? [];
    return causes.length > 0 ? { remedy, kind: 'harmful', causes } : { remedy, kind: 'dead-end', causes: [] };
  });
  const all = [...deadEnds, ...listBackfires(entry)];
  return [...all.filter((trap) => trap.kind === 'harmful'), ...all.filter((trap) => trap.kind !== 'harmful')];
}

/** List the workarounds that go wrong under some cause, the worst kind first. */
export function listBackfires(entry: Entry): Backfire[] {
  const kinds = [
    ['harmful', 'harms'],
    ['relapsed', 'relapses'],
    ['new-error', 'newErrors'],
  ] as const;
  return kinds.flatMap(([kind, key]) =>
    entry.rates.order.workarounds.flatMap((remedy) => {
      const causes = entry.rates.remedies[remedy]?.[key] ?? [];
      return causes.length > 0 ? [{ remedy, kind, causes }] : [];
    }),
  );
}

/** Number the causes as the page does: cause id to its place, from 1. */
export function numberCauses(entry: Entry): Map<string, number> {
  return new Map(Object.keys(entry.facts.causes).map((id, index) => [id, index + 1]));
}

function fixOf(entry: Entry, cause: string, remedy: string): Fix {
  const reports = entry.facts.reports.filter((report) => report.cause === cause && report.remedy === remedy);
  return {
    cause,
    remedy,
    cell: entry.rates.remedies[remedy]?.cells[cause] ?? null,
    reports: {
      fixed: reports.filter((report) => report.outcome === 'fixed').length,
      total: reports.length,
    },
  };
}
