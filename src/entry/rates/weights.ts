import type { Facts } from '../schema/facts.ts';
import { sum } from './cells.ts';

/** From this many reports on, causes weigh by how often reports name them. */
const REPORTS_FOR_WEIGHTS = 10;

/**
 * Count what each cause weighs, as whole numbers: 1, or from ten reports on 1 more than the reports
 * that name it, so that a cause that nobody reported still counts.
 */
export function countWeights(facts: Facts): Record<string, number> {
  const byReports = facts.reports.length >= REPORTS_FOR_WEIGHTS;
  const count = (cause: string): number =>
    byReports ? 1 + facts.reports.filter((report) => report.cause === cause).length : 1;
  return Object.fromEntries(Object.keys(facts.causes).map((cause) => [cause, count(cause)]));
}

/** Scale weights so that they sum to 1. */
export function normaliseWeights(counts: Readonly<Record<string, number>>): Record<string, number> {
  const total = sum(Object.values(counts));
  return Object.fromEntries(Object.entries(counts).map(([cause, count]) => [cause, count / total]));
}
