import type { Card } from '../collection/card.ts';

/** How far the causes of an entry were reproduced. */
export const REACHES = ['all', 'some', 'none', 'not-run'] as const;
export type Reach = (typeof REACHES)[number];

/** Say how far the causes of an entry were reproduced. */
export function reachOf({ measured, evidence }: Pick<Card, 'measured' | 'evidence'>): Reach {
  const { total, reproduced } = evidence.causes;
  if (measured === null) return 'not-run';
  if (reproduced === total) return 'all';
  return reproduced > 0 ? 'some' : 'none';
}
