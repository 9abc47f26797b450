import type { Trial } from '../entry/schema/results.ts';
import type { Locale } from './locales.ts';

/** How trials ended. A table of its own, since it goes into the browser too. */
export const OUTCOME_STRINGS: Record<Locale, Record<Trial['outcome'], string>> = {
  en: {
    fixed: 'fixed',
    relapsed: 'relapsed',
    'not-fixed': 'not fixed',
    'new-error': 'another error',
    harmful: 'harmful',
    timeout: 'timed out',
    'not-applicable': 'does not apply',
  },
  zh: {
    fixed: '已修复',
    relapsed: '复发',
    'not-fixed': '未修复',
    'new-error': '换成别的报错',
    harmful: '有害',
    timeout: '超时',
    'not-applicable': '不适用',
  },
};
