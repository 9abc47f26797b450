import type { Locale } from './locales.ts';

/** What rows of lists and their filters say. A table of its own, since it goes into the browser in every language. */
export interface ListStrings {
  causes(count: number): string;
  notMeasured: string;
  /** So many of all are shown. */
  found(count: number, all: number): string;
  none: string;
  loading: string;
  failed: string;
  more(count: number): string;
}

export const LIST_STRINGS: Record<Locale, ListStrings> = {
  en: {
    causes: (count) => (count === 1 ? '1 cause' : `${count} causes`),
    notMeasured: 'not measured yet',
    found: (count, all) => `${count} of ${all === 1 ? '1 error' : `${all} errors`}`,
    none: 'No error fits all of this. Take a filter away.',
    loading: 'Loading the whole list…',
    failed:
      'The whole list could not be loaded; what stands below is not filtered. Change a filter to try again.',
    more: (count) => `Show ${count} more`,
  },
  zh: {
    causes: (count) => `${count} 种原因`,
    notMeasured: '尚未测量',
    found: (count, all) => `${all} 个报错里的 ${count} 个`,
    none: '没有同时符合这些条件的报错，请去掉一个条件。',
    loading: '正在加载完整列表……',
    failed: '完整列表加载失败，下面的内容没有经过筛选。改动任一条件即可重试。',
    more: (count) => `再显示 ${count} 个`,
  },
};
