import type { FixRate } from '../entry/rates.ts';
import type { Strings } from '../i18n/strings.ts';

/** Say in a few words what is known to fix an entry. */
export function verdictOf(rate: FixRate, t: Strings): string {
  return rate.value === null ? t.verdict.notMeasured : t.verdict.proven(rate.proven, rate.causes);
}
