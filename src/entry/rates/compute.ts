import type { Facts } from '../schema/facts.ts';
import type { LabResults, TrialOutcome } from '../schema/results.ts';
import { countCells, environmentsWith, reproducedIn, sum } from './cells.ts';
import { computeConfidence, listChecks } from './checks.ts';
import { orderWorkarounds, remediesOf } from './order.ts';
import type { CauseRates, Cells, Evidence, FixRate, Rates, RemedyRates } from './types.ts';
import { countWeights, normaliseWeights } from './weights.ts';

/** Count all figures of an entry; `rates.ts` says by which formulas. */
export function computeRates(facts: Facts, results: LabResults | null): Rates {
  const cells = countCells(facts, results);
  const weights = normaliseWeights(countWeights(facts));
  const causes = mapKeys(facts.causes, (cause) => countCause(facts, results, cells, cause));
  const reproduced = Object.keys(causes).filter((cause) => (causes[cause]?.reproduced.length ?? 0) > 0);
  const evidence = countEvidence(facts, causes);
  return {
    fixRate: countFixRate(facts, weights, causes, evidence),
    confidence: computeConfidence(listChecks(facts, results, cells)),
    evidence,
    weights,
    causes,
    remedies: mapKeys(facts.remedies, (remedy) => countRemedy(facts, remedy, cells, weights, reproduced)),
    order: {
      workarounds: orderWorkarounds(facts, weights, cells),
      deadEnds: remediesOf(facts, 'dead-end'),
    },
  };
}

function countCause(facts: Facts, results: LabResults | null, cells: Cells, cause: string): CauseRates {
  const reproduced = reproducedIn(results, cause);
  const printed = new Set(reproduced.map((environment) => results?.causes[cause]?.[environment]?.signature));
  return {
    reproduced,
    notReproduced: environmentsWith(results, cause, 'not-reproduced'),
    notApplicable: environmentsWith(results, cause, 'not-applicable'),
    best: reproduced.length > 0 ? bestByTrials(facts, cells, cause) : bestByReports(facts, cause),
    signatures: facts.signatures.map((signature) => signature.text).filter((text) => printed.has(text)),
  };
}

function bestByTrials(facts: Facts, cells: Cells, cause: string): CauseRates['best'] {
  const tried = remediesOf(facts, 'workaround').map((remedy) => ({
    remedy,
    value: cells[remedy]?.[cause]?.value ?? 0,
    basis: 'lab' as const,
  }));
  const best = tried.sort((a, b) => b.value - a.value)[0];
  return best !== undefined && best.value > 0 ? best : null;
}

/** The share of a cause's reports in which a workaround worked, and the workaround that did so most often. */
function bestByReports(facts: Facts, cause: string): CauseRates['best'] {
  const reports = facts.reports.filter((report) => report.cause === cause);
  const worked = reports.filter(
    (report) => report.outcome === 'fixed' && facts.remedies[report.remedy]?.side === 'workaround',
  );
  const times = (remedy: string): number => worked.filter((report) => report.remedy === remedy).length;
  const first = worked.toSorted((a, b) => times(b.remedy) - times(a.remedy))[0];
  return first === undefined
    ? null
    : { remedy: first.remedy, value: worked.length / reports.length, basis: 'reports' };
}

function countFixRate(
  facts: Facts,
  weights: Record<string, number>,
  causes: Record<string, CauseRates>,
  evidence: Evidence,
): FixRate {
  const all = Object.entries(causes);
  const lab = all.filter(([, cause]) => cause.reproduced.length > 0);
  const reported = new Set(facts.reports.map((report) => report.cause));
  const reports = all.filter(([id, cause]) => cause.reproduced.length === 0 && reported.has(id));
  const basis = { lab: lab.length, reports: reports.length };
  const mean = sum(all.map(([id, cause]) => (weights[id] ?? 0) * (cause.best?.value ?? 0)));
  return {
    value: evidence.total === 0 ? null : withoutNoise(mean),
    proven: all.filter(([, cause]) => cause.best?.basis === 'lab' && cause.best.value === 1).length,
    causes: all.length,
    basis: { ...basis, none: all.length - basis.lab - basis.reports },
  };
}

function countEvidence(facts: Facts, causes: Record<string, CauseRates>): Evidence {
  const lab = sum(Object.values(causes).map((cause) => cause.reproduced.length));
  const reports = facts.reports.length;
  return { total: lab + reports, lab, reports };
}

function countRemedy(
  facts: Facts,
  id: string,
  cells: Cells,
  weights: Record<string, number>,
  reproduced: string[],
): RemedyRates {
  const own = cells[id] ?? {};
  const tried = Object.keys(own).length > 0;
  const total = sum(reproduced.map((cause) => weights[cause] ?? 0));
  const success = sum(reproduced.map((cause) => (weights[cause] ?? 0) * (own[cause]?.value ?? 0))) / total;
  const reports = facts.reports.filter((report) => report.remedy === id);
  const fixed = reports.filter((report) => report.outcome === 'fixed').length;
  const estimate = facts.estimates[id] ?? null;
  const under = (outcome: TrialOutcome): string[] =>
    reproduced.filter((cause) =>
      Object.values(own[cause]?.environments ?? {}).some((cell) => cell.outcome === outcome),
    );
  return {
    success: tried
      ? withoutNoise(success)
      : reports.length > 0
        ? fixed / reports.length
        : (estimate?.rate ?? null),
    fixes: reproduced.filter((cause) => own[cause]?.value === 1),
    causes: reproduced.length,
    basis: tried ? 'lab' : reports.length > 0 ? 'reports' : estimate === null ? null : 'estimate',
    harms: under('harmful'),
    relapses: under('relapsed'),
    newErrors: under('new-error'),
    reports: { fixed, total: reports.length },
    estimate,
    cells: own,
  };
}

/** Seven sevenths are 1, whatever binary fractions make of them. */
function withoutNoise(value: number): number {
  return Math.round(value * 1e12) / 1e12;
}

function mapKeys<T>(record: Readonly<Record<string, unknown>>, map: (key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.keys(record).map((key) => [key, map(key)]));
}
