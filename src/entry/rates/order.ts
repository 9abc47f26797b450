import type { Facts } from '../schema/facts.ts';
import { SAFETIES } from '../schema/remedy.ts';
import type { Cells } from './types.ts';

/**
 * Order workarounds by how many weighted causes each adds to those before it; among equals the safer
 * first, then as entry.yaml has them.
 */
export function orderWorkarounds(
  facts: Facts,
  weights: Readonly<Record<string, number>>,
  cells: Cells,
): string[] {
  const left = remediesOf(facts, 'workaround').sort((a, b) => risk(facts, a) - risk(facts, b));
  const covered: Record<string, number> = {};
  const order: string[] = [];
  while (left.length > 0) {
    const gains = left.map((remedy) => gain(remedy, weights, cells, covered));
    // A sum of weights is compared with a margin, so that rounding does not decide over safety.
    const next = gains.findIndex((value) => value > Math.max(...gains) - 1e-9);
    const [remedy = ''] = left.splice(next, 1);
    order.push(remedy);
    for (const [cause, cell] of Object.entries(cells[remedy] ?? {})) {
      covered[cause] = Math.max(covered[cause] ?? 0, cell.value ?? 0);
    }
  }
  return order;
}

/** List the remedies of one side, as entry.yaml has them. */
export function remediesOf(facts: Facts, side: 'workaround' | 'dead-end'): string[] {
  return Object.keys(facts.remedies).filter((id) => facts.remedies[id]?.side === side);
}

function gain(
  remedy: string,
  weights: Readonly<Record<string, number>>,
  cells: Cells,
  covered: Readonly<Record<string, number>>,
): number {
  return Object.entries(cells[remedy] ?? {}).reduce(
    (total, [cause, cell]) =>
      total + (weights[cause] ?? 0) * Math.max(0, (cell.value ?? 0) - (covered[cause] ?? 0)),
    0,
  );
}

function risk(facts: Facts, remedy: string): number {
  const safety = facts.remedies[remedy]?.safety ?? null;
  return safety === null ? SAFETIES.length : SAFETIES.indexOf(safety);
}
