import type { Facts, Report } from '../schema/facts.ts';
import type { LabResults } from '../schema/results.ts';
import { reproducedIn } from './cells.ts';
import type { Cell, Cells, Confidence } from './types.ts';
import { wilsonLowerBound } from './wilson.ts';

/**
 * An observation held against those that it can be compared with; `agrees` is null where there are
 * none, which makes it evidence but no check.
 */
export type Check =
  | {
      kind: 'lab';
      cause: string;
      environment: string;
      agrees: boolean | null;
      /** Remedies that came out there otherwise than in most environments, or otherwise in each trial. */
      differing: string[];
    }
  | { kind: 'report'; report: Report; agrees: boolean | null };

/** List every observation of an entry: causes in page order, each by environment, then reports. */
export function listChecks(facts: Facts, results: LabResults | null, cells: Cells): Check[] {
  const lab = Object.keys(facts.causes).flatMap((cause) =>
    reproducedIn(results, cause).map((environment) => checkEnvironment(cause, environment, cells)),
  );
  const reports = facts.reports.map((report): Check => {
    return { kind: 'report', report, agrees: compareReport(report, facts.reports, cells) };
  });
  return [...lab, ...reports];
}

/**
 * Compute how far the observations of an entry agree with each other: the lower end of the Wilson
 * interval for the share of comparable ones that agree.
 */
export function computeConfidence(checks: readonly Check[]): Confidence {
  const comparable = checks.filter(({ agrees }) => agrees !== null).length;
  const agreeing = checks.filter(({ agrees }) => agrees === true).length;
  return { value: comparable === 0 ? null : wilsonLowerBound(agreeing, comparable), agreeing, comparable };
}

/** Whether a cause came out in one environment as in most, remedy by remedy, and alike in each trial. */
function checkEnvironment(cause: string, environment: string, cells: Cells): Check {
  const verdicts = Object.entries(cells).map(([remedy, byCause]) => {
    const cell = byCause[cause];
    const agrees = compareCell(cell, environment);
    return {
      remedy,
      agrees,
      differs: agrees === false || cell?.environments[environment]?.unsteady === true,
    };
  });
  const differing = verdicts.filter(({ differs }) => differs).map(({ remedy }) => remedy);
  const comparable = verdicts.some(({ agrees }) => agrees !== null);
  return { kind: 'lab', cause, environment, agrees: comparable ? differing.length === 0 : null, differing };
}

/** Whether a remedy came out in one environment as in most that it applies to; null where there is no other. */
function compareCell(cell: Cell | undefined, environment: string): boolean | null {
  const own = cell?.environments[environment];
  if (cell === undefined || own === undefined || own.outcome === 'not-applicable') return null;
  const applicable = Object.values(cell.environments).filter((other) => other.outcome !== 'not-applicable');
  if (applicable.length < 2) return null;
  return applicable.filter((other) => other.outcome === own.outcome).length > applicable.length / 2;
}

/** Whether trials, or else most other reports on the same remedy and cause, come out as a report says. */
function compareReport(report: Report, all: readonly Report[], cells: Cells): boolean | null {
  const saysFixed = report.outcome === 'fixed';
  const value = cells[report.remedy]?.[report.cause]?.value ?? null;
  if (value !== null) return value >= 0.5 === saysFixed;
  const others = all.filter(
    (other) => other !== report && other.cause === report.cause && other.remedy === report.remedy,
  );
  if (others.length === 0) return null;
  const same = others.filter((other) => (other.outcome === 'fixed') === saysFixed).length;
  return same > others.length / 2;
}
