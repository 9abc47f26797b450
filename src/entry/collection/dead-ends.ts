import type { Locale } from '../../i18n/locales.ts';
import type { Entry } from '../entry.ts';
import type { Basis } from '../rates.ts';

/** What a list of dead ends shows of one. */
export interface DeadEnd {
  remedy: string;
  title: Record<Locale, string>;
  /** What its figures rest on; null where it was never tried. */
  basis: Basis | null;
  /** Causes that it fixes all the same, of those that were reproduced. */
  fixes: number;
  causes: number;
  /** Share of causes under which it fails, 0 to 1; null where it was never tried. */
  failRate: number | null;
  /** Causes under which it does harm. */
  harms: number;
  /** Reports that say it worked, of all on it. */
  reports: { fixed: number; total: number };
}

/** List the dead ends of an entry as its page does. */
export function listDeadEnds({ prose, rates }: Pick<Entry, 'prose' | 'rates'>): DeadEnd[] {
  return rates.order.deadEnds.flatMap((remedy) => {
    const rate = rates.remedies[remedy];
    if (rate === undefined) return [];
    return {
      remedy,
      title: {
        en: prose.en.remedies[remedy]?.title ?? remedy,
        zh: prose.zh.remedies[remedy]?.title ?? remedy,
      },
      basis: rate.basis,
      fixes: rate.fixes.length,
      causes: rate.causes,
      failRate: rate.success === null ? null : 1 - rate.success,
      harms: rate.harms.length,
      reports: rate.reports,
    };
  });
}
