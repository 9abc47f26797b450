import type { Entry } from '../../entry/entry.ts';
import { countWeights, WILSON_Z } from '../../entry/rates.ts';

/** A figure and the arithmetic that comes to it, as one would write it by hand. */
export interface Sum {
  /** Numbers, `+ − × / ² √ ( )`. Shares are rounded to four places. */
  text: string;
  value: number;
}

/** The figures of one entry, worked through. */
export interface Worked {
  /** A cell that did not come out alike everywhere, where there is one. */
  cell: Sum & { cause: string; remedy: string };
  /** The remedy of that cell over all reproduced causes. */
  remedy: Sum;
  fixRate: Sum;
  evidence: Sum;
  /** Share of the checks that agree, middle and half width of the interval before scaling, lower end. */
  confidence: { share: Sum; centre: Sum; margin: Sum; bound: Sum } | null;
}

/**
 * Work through the figures of an entry as the method page tells it. The values are those of the entry;
 * a test holds the arithmetic against them.
 *
 * @returns null where nothing was tried
 */
export function workOut(entry: Entry): Worked | null {
  const cell = chooseCell(entry);
  if (cell === null) return null;
  const { rates } = entry;
  return {
    cell,
    remedy: sumRemedy(entry, cell.remedy),
    fixRate: sumFixRate(entry),
    evidence: sumEvidence(entry),
    confidence: rates.confidence.value === null ? null : sumConfidence(entry),
  };
}

function chooseCell(entry: Entry): Worked['cell'] | null {
  const all = Object.entries(entry.rates.remedies).flatMap(([remedy, { cells }]) =>
    Object.entries(cells).flatMap(([cause, cell]) => {
      if (cell.value === null) return [];
      const shares = Object.values(cell.environments)
        .filter(({ trials }) => trials > 0)
        .map(({ fixed, trials }) => `${fixed}/${trials}`);
      return [
        { cause, remedy, value: cell.value, shares, text: `(${shares.join(' + ')}) / ${shares.length}` },
      ];
    }),
  );
  const telling = all.find(({ value }) => value > 0 && value < 1) ?? all.find(({ value }) => value === 1);
  return telling ?? all[0] ?? null;
}

function sumRemedy(entry: Entry, remedy: string): Sum {
  const rates = entry.rates.remedies[remedy];
  const reproduced = Object.keys(entry.rates.causes).filter(
    (cause) => (entry.rates.causes[cause]?.reproduced.length ?? 0) > 0,
  );
  const values = reproduced.map((cause) => [cause, rates?.cells[cause]?.value ?? 0] as const);
  return { text: weightedMean(entry, values), value: rates?.success ?? 0 };
}

function sumFixRate(entry: Entry): Sum {
  const values = Object.entries(entry.rates.causes).map(
    ([cause, { best }]) => [cause, best?.value ?? 0] as const,
  );
  return { text: weightedMean(entry, values), value: entry.rates.fixRate.value ?? 0 };
}

/** A mean with equal values taken together: `(11 × 1 + 3 × 0) / 14`. */
function weightedMean(entry: Entry, values: readonly (readonly [cause: string, value: number])[]): string {
  const counts = countWeights(entry.facts);
  const weightOf = (all: typeof values): number =>
    all.reduce((sum, [cause]) => sum + (counts[cause] ?? 0), 0);
  const alike = [...Map.groupBy(values, ([, value]) => value)].sort(([a], [b]) => b - a);
  const terms = alike.map(([value, causes]) => `${weightOf(causes)} × ${round(value)}`);
  return `(${terms.join(' + ')}) / ${weightOf(values)}`;
}

function sumEvidence(entry: Entry): Sum {
  const { evidence, causes } = entry.rates;
  const alike = Map.groupBy(Object.values(causes), ({ reproduced }) => reproduced.length);
  const terms = [...alike]
    .sort(([a], [b]) => b - a)
    .filter(([environments]) => environments > 0)
    .map(([environments, all]) => `${all.length} × ${environments}`);
  return { text: [...terms, evidence.reports].join(' + '), value: evidence.total };
}

function sumConfidence(entry: Entry): Worked['confidence'] {
  const { agreeing, comparable: n, value } = entry.rates.confidence;
  const p = agreeing / n;
  const z = round(WILSON_Z);
  const centre = p + WILSON_Z ** 2 / (2 * n);
  const margin = WILSON_Z * Math.sqrt((p * (1 - p)) / n + WILSON_Z ** 2 / (4 * n ** 2));
  return {
    share: { text: `${agreeing} / ${n}`, value: p },
    centre: { text: `${round(p)} + ${z}² / (2 × ${n})`, value: centre },
    margin: {
      text: `${z} × √(${round(p)} × (1 − ${round(p)}) / ${n} + ${z}² / (4 × ${n}²))`,
      value: margin,
    },
    bound: { text: `(${round(centre)} − ${round(margin)}) / (1 + ${z}² / ${n})`, value: value ?? 0 },
  };
}

/** A number with four decimals at most. */
export function round(value: number): string {
  return String(Math.round(value * 1e4) / 1e4);
}
