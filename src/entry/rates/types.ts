import type { Locale } from '../../i18n/locales.ts';
import type { TrialOutcome } from '../schema/results.ts';

/** Where a figure comes from. */
export type Basis = 'lab' | 'reports' | 'estimate';

/** All figures of an entry, counted from trials and reports; see `computeRates`. */
export interface Rates {
  fixRate: FixRate;
  confidence: Confidence;
  evidence: Evidence;
  /** Cause to its weight; they sum to 1. */
  weights: Record<string, number>;
  /** Cause to what is known of it. */
  causes: Record<string, CauseRates>;
  remedies: Record<string, RemedyRates>;
  /** Remedy ids as the page shows them. */
  order: { workarounds: string[]; deadEnds: string[] };
}

export interface FixRate {
  /** 0 to 1, or null without any observation. */
  value: number | null;
  /** Causes with a proven fix (s = 1). */
  proven: number;
  causes: number;
  /** How many causes rest on what. */
  basis: { lab: number; reports: number; none: number };
}

export interface Confidence {
  /** Lower end of the 95 % Wilson interval, 0 to 1, or null without any observation. */
  value: number | null;
  agreeing: number;
  comparable: number;
}

export interface Evidence {
  total: number;
  lab: number;
  reports: number;
}

export interface CauseRates {
  /** Environments in which it was reproduced. */
  reproduced: string[];
  /** Environments that were tried and show it not. */
  notReproduced: string[];
  notApplicable: string[];
  /** The best s of any workaround, and which one. */
  best: { remedy: string; value: number; basis: 'lab' | 'reports' } | null;
  /** Signatures that it printed, in the order of the facts. */
  signatures: string[];
}

export interface RemedyRates {
  /** Weighted mean of s over all reproduced causes, 0 to 1; null where never tried. For a dead end, 1 minus it is the fail rate. */
  success: number | null;
  /** Causes that it fixes wherever they were reproduced and it applies (s = 1), in page order. */
  fixes: string[];
  /** Causes reproduced, the n of the fraction. */
  causes: number;
  basis: Basis | null;
  /** Causes under which a trial did harm, relapsed, or showed another error. */
  harms: string[];
  relapses: string[];
  newErrors: string[];
  reports: { fixed: number; total: number };
  estimate: { rate: number; why: Record<Locale, string> } | null;
  /** Cause to cell; a cause that was not reproduced has none. */
  cells: Record<string, Cell>;
}

/** Remedy to cause to cell. */
export type Cells = Record<string, Record<string, Cell>>;

/** One remedy under one cause, over all environments in which the cause was reproduced. */
export interface Cell {
  /** Mean of the shares over the environments where it applies; null where it applies in none. */
  value: number | null;
  /** The commonest outcome; of several equally common the worst. */
  outcome: TrialOutcome;
  fixed: number;
  trials: number;
  environments: Record<string, { outcome: TrialOutcome; fixed: number; trials: number; unsteady: boolean }>;
}
