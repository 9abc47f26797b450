import type { Facts, Report } from '../schema/facts.ts';
import type { LabResults } from '../schema/results.ts';
import { reproducedIn } from './cells.ts';
import type { Cell, Confidence } from './types.ts';
import { wilsonLowerBound } from './wilson.ts';

/** Remedy to cause to cell. */
export type Cells = Record<string, Record<string, Cell>>;

/**
 * Compute how far the observations of an entry agree with each other: the lower end of the Wilson
 * interval for the share of comparable ones that agree. What has nothing to be compared with (a
 * cause reproduced in one environment, a lone report on something untried) does not count.
 */
export function computeConfidence(facts: Facts, results: LabResults | null, cells: Cells): Confidence {
  const verdicts = [
    ...Object.keys(facts.causes).flatMap((cause) =>
      compareEnvironments(reproducedIn(results, cause), cause, cells),
    ),
    ...facts.reports.map((report) => compareReport(report, facts.reports, cells)),
  ].filter((verdict) => verdict !== null);
  const agreeing = verdicts.filter((agrees) => agrees).length;
  const comparable = verdicts.length;
  return { value: comparable === 0 ? null : wilsonLowerBound(agreeing, comparable), agreeing, comparable };
}

/** For each environment that shows the cause: whether every remedy came out there as in most, or null if nothing compares. */
function compareEnvironments(environments: string[], cause: string, cells: Cells): (boolean | null)[] {
  return environments.map((environment) => {
    const verdicts = Object.values(cells)
      .map((byCause) => compareCell(byCause[cause], environment))
      .filter((verdict) => verdict !== null);
    return verdicts.length === 0 ? null : verdicts.every((agrees) => agrees);
  });
}

function compareCell(cell: Cell | undefined, environment: string): boolean | null {
  const own = cell?.environments[environment];
  if (cell === undefined || own === undefined || own.outcome === 'not-applicable') return null;
  const applicable = Object.values(cell.environments).filter((other) => other.outcome !== 'not-applicable');
  if (applicable.length < 2) return null;
  const same = applicable.filter((other) => other.outcome === own.outcome).length;
  return !own.unsteady && same > applicable.length / 2;
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
