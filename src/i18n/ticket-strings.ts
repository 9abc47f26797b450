import type { SeenOutcome } from '../ticket/build-ticket.ts';
import type { TicketFormat } from '../ticket/formats.ts';
import type { Locale } from './locales.ts';

/** What tickets and the dialog that makes them say. A table of its own, since it goes into the browser. */
export interface TicketStrings {
  colon: string;
  comma: string;
  /** Between a title and its summary. */
  stop: string;
  error: string;
  cause: string;
  tried: Record<'workaround' | 'dead-end', string>;
  outcome: string;
  outcomes: Record<SeenOutcome, string>;
  measured: string;
  /** The outcome is said where not all were fixed, else null. */
  underCause(fixed: number, trials: number, outcome: string | null): string;
  blindly(fixes: number, causes: number, percent: string): string;
  reports(fixed: number, total: number): string;
  notMeasured: string;
  fixRate: string;
  rate(percent: string, proven: number, causes: number): string;
  versions: string;
  versionsHere: string;
  asOf: string;
  revision: string;
  commands: string;
  file: string;
  replace: string;
  dialog: {
    title: string;
    unknownCause: string;
    remedy: string;
    noRemedy: string;
    workarounds: string;
    deadEnds: string;
    noOutcome: string;
    format: string;
    formats: Record<TicketFormat, string>;
    preview: string;
    copy: string;
    copied: string;
    notCopied: string;
    failed: string;
    /** Opens the issue form of the repository, filled in. */
    tell: string;
    close: string;
  };
}

export const TICKET_STRINGS: Record<Locale, TicketStrings> = {
  en: {
    colon: ': ',
    comma: ', ',
    stop: '. ',
    error: 'Error',
    cause: 'Cause',
    tried: { workaround: 'Tried', 'dead-end': 'Tried (a known dead end)' },
    outcome: 'Outcome here',
    outcomes: {
      fixed: 'it fixed the error',
      'not-fixed': 'it did not fix the error',
      relapsed: 'it helped for a time, then the error came back',
      harmful: 'it did harm',
    },
    measured: 'Measured',
    underCause: (fixed, trials, outcome) =>
      `${fixed} of ${trials} trials under this cause ended fixed${outcome === null ? '' : ` (${outcome})`}`,
    blindly: (fixes, causes, percent) => `fixes ${fixes} of ${causes} causes when tried blindly (${percent})`,
    reports: (fixed, total) => `${fixed} of ${total} reports say that it worked`,
    notMeasured: 'not measured yet',
    fixRate: 'Fix rate',
    rate: (percent, proven, causes) => `${percent}, ${proven} of ${causes} causes have a proven fix`,
    versions: 'Versions',
    versionsHere: 'Versions here',
    asOf: 'Measured on',
    revision: 'Revision',
    commands: 'Commands',
    file: 'File',
    replace: 'Replace',
    dialog: {
      title: 'Copy for ticket',
      unknownCause: 'not known yet',
      remedy: 'Tried',
      noRemedy: 'nothing yet',
      workarounds: 'Workarounds',
      deadEnds: 'Dead ends',
      noOutcome: 'not known yet',
      format: 'Format',
      formats: {
        markdown: 'Markdown',
        jira: 'Jira wiki markup',
        slack: 'Slack mrkdwn',
        html: 'Rich text (HTML)',
        plain: 'Plain text',
      },
      preview: 'What will be copied',
      copy: 'Copy',
      copied: 'Copied.',
      notCopied: 'The browser did not let it be copied: select the text and copy it by hand.',
      failed: 'The entry could not be fetched. Try again.',
      tell: 'Report this in public: opens a form, filled in',
      close: 'Close',
    },
  },
  zh: {
    colon: '：',
    comma: '、',
    stop: '。',
    error: '报错',
    cause: '原因',
    tried: { workaround: '试过的办法', 'dead-end': '试过的办法（已知无效）' },
    outcome: '本次结果',
    outcomes: {
      fixed: '修好了',
      'not-fixed': '没有修好',
      relapsed: '好了一阵，后来又复发',
      harmful: '造成了损害',
    },
    measured: '实测',
    underCause: (fixed, trials, outcome) =>
      `在这个原因下，${trials} 次试验修复 ${fixed} 次${outcome === null ? '' : `（${outcome}）`}`,
    blindly: (fixes, causes, percent) => `不问原因直接试，${causes} 种原因里修复 ${fixes} 种（${percent}）`,
    reports: (fixed, total) => `${total} 份报告里 ${fixed} 份说有效`,
    notMeasured: '尚未测量',
    fixRate: '修复率',
    rate: (percent, proven, causes) => `${percent}，${causes} 种原因里 ${proven} 种有验证过的办法`,
    versions: '版本',
    versionsHere: '所用版本',
    asOf: '测量日期',
    revision: '修订',
    commands: '命令',
    file: '文件',
    replace: '替换',
    dialog: {
      title: '复制到工单',
      unknownCause: '还不知道',
      remedy: '试过的办法',
      noRemedy: '还没试',
      workarounds: '有效办法',
      deadEnds: '无效做法',
      noOutcome: '还不知道',
      format: '格式',
      formats: {
        markdown: 'Markdown',
        jira: 'Jira 标记',
        slack: 'Slack mrkdwn',
        html: '富文本（HTML）',
        plain: '纯文本',
      },
      preview: '将复制的内容',
      copy: '复制',
      copied: '已复制。',
      notCopied: '浏览器不允许复制：请选中文字，手动复制。',
      failed: '条目没有取到，请再试一次。',
      tell: '公开报告这个结果（打开已填好的表单）',
      close: '关闭',
    },
  },
};
