import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';

/** A row of a bar chart: its label and how much of each kind it has. */
export interface Row<Kind extends string> {
  label: string;
  values: Partial<Record<Kind, number>>;
}

/** A piece of a bar; from and width in percent of the chart. */
export interface Segment<Kind extends string> {
  kind: Kind;
  value: number;
  from: number;
  width: number;
}

/** A bar chart laid out: every bar on the one scale that begins at 0. */
export interface Bars<Kind extends string> {
  rows: { label: string; total: number; segments: Segment<Kind>[] }[];
  /** Round numbers of the scale, and where they stand in percent. */
  ticks: { value: number; at: number }[];
}

/** Ticks that fit a phone. */
const TICKS = 4;

/**
 * Lay out stacked bars in percent of the width, so that they fit any screen without a script.
 *
 * @param kinds what bars are made of, in the order in which they are stacked
 */
export function layOutBars<Kind extends string>(
  rows: readonly Row<Kind>[],
  kinds: readonly Kind[],
): Bars<Kind> {
  const totals = rows.map(({ values }) => kinds.reduce((sum, kind) => sum + (values[kind] ?? 0), 0));
  const scale = scaleLinear()
    .domain([0, Math.max(1, ...totals)])
    .range([0, 100]);
  const stacked = stack<Row<Kind>, Kind>()
    .keys(kinds)
    .value(({ values }, kind) => values[kind] ?? 0)([...rows]);
  return {
    rows: rows.map(({ label, values }, index) => ({
      label,
      total: totals[index] ?? 0,
      segments: stacked.flatMap((series) => {
        const [from, to] = series[index] ?? [0, 0];
        const value = values[series.key] ?? 0;
        return value === 0
          ? []
          : [
              {
                kind: series.key,
                value,
                from: percent(scale(from)),
                width: percent(scale(to) - scale(from)),
              },
            ];
      }),
    })),
    // Things are counted: no tick stands between whole numbers.
    ticks: scale
      .ticks(TICKS)
      .filter(Number.isInteger)
      .map((value) => ({ value, at: percent(scale(value)) })),
  };
}

/** Two decimals are a hundredth of a percent: less than a pixel. */
function percent(value: number): number {
  return Math.round(value * 100) / 100;
}
