import type { ChangeDay } from '../entry/revision/days.ts';
import type { Change } from '../entry/revision/record.ts';
import type { Locale } from './locales.ts';

/** What a page says of the revision that a link names. A table of its own, since it goes into the browser in every language. */
export interface RevisionStrings {
  unchanged(revision: string): string;
  /** `date` is that of the revision in the link. */
  changed(date: string): string;
  unknown(revision: string): string;
  failed: string;
  fixed(before: string, now: string): string;
  now(revision: string, date: string): string;
  close: string;
  comma: string;
  changes: Record<Change, string>;
}

export const REVISION_STRINGS: Record<Locale, RevisionStrings> = {
  en: {
    unchanged: (revision) => `Nothing has changed here since the revision of your link, ${revision}.`,
    changed: (date) => `Your link is to the revision of ${date}. Changed since:`,
    unknown: (revision) =>
      `This page never had a revision ${revision}: the link was cut, or meant another page. What stands here is the latest.`,
    failed: 'What has changed since the revision of your link could not be loaded.',
    fixed: (before, now) => `causes with a proven fix ${before} → ${now}`,
    now: (revision, date) => `Now: ${revision}, ${date}.`,
    close: 'Close',
    comma: ', ',
    changes: {
      created: 'the page itself',
      restored: 'no longer withdrawn',
      messages: 'messages',
      causes: 'causes',
      remedies: 'workarounds and dead ends',
      versions: 'versions',
      reports: 'reports',
      trials: 'trials',
      rates: 'rates',
      facts: 'other facts',
      renamed: 'the address',
      withdrawn: 'withdrawn',
      'text.en': 'English text',
      'text.zh': 'Chinese text',
    },
  },
  zh: {
    unchanged: (revision) => `从链接所指的修订版 ${revision} 至今，本页没有变化。`,
    changed: (date) => `链接指向 ${date}的修订版。此后有变化的内容：`,
    unknown: (revision) =>
      `本页没有修订版 ${revision}：链接可能被截断，或指的是另一页。这里显示的是最新内容。`,
    failed: '无法加载此后的变化。',
    fixed: (before, now) => `有验证办法的原因 ${before} → ${now}`,
    now: (revision, date) => `现为 ${revision}，${date}。`,
    close: '关闭',
    comma: '、',
    changes: {
      created: '页面本身',
      restored: '取消撤回',
      messages: '报错信息',
      causes: '原因',
      remedies: '办法与无效做法',
      versions: '版本',
      reports: '报告',
      trials: '试验',
      rates: '比率',
      facts: '其他事实',
      renamed: '地址',
      withdrawn: '已撤回',
      'text.en': '英文文字',
      'text.zh': '中文文字',
    },
  },
};

/** Say what changed, and how many causes have a proven fix since, where that is another number. */
export function sayChanges(
  { changes, before, fixed }: Pick<ChangeDay, 'changes' | 'before' | 'fixed'>,
  locale: Locale,
): string {
  const t = REVISION_STRINGS[locale];
  const [then, now] = [(before ?? fixed).join('/'), fixed.join('/')];
  return [...changes.map((change) => t.changes[change]), ...(then === now ? [] : [t.fixed(then, now)])].join(
    t.comma,
  );
}
