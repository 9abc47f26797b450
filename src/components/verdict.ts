import type { Card } from '../entry/collection/card.ts';
import type { Strings } from '../i18n/strings.ts';

/** Say in a few words what is known to fix an entry. */
export function verdictOf(
  {
    withdrawn,
    rates: { fixRate: rate },
  }: Pick<Card, 'withdrawn'> & { rates: Pick<Card['rates'], 'fixRate'> },
  t: Strings,
): string {
  if (withdrawn !== null) return t.verdict.withdrawn;
  return rate.value === null ? t.verdict.notMeasured : t.verdict.proven(rate.proven, rate.causes);
}
