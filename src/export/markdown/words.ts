import type { Locale } from '../../i18n/locales.ts';
import { stringsOf } from '../../i18n/strings.ts';
import type { PublishedEntry } from '../schema/entry.ts';

type Outcome = PublishedEntry['remedies'][number]['rates']['cells'][number]['outcome'];
type Safety = NonNullable<PublishedEntry['remedies'][number]['safety']>;

/** Every word of the Markdown export that does not come from an entry. */
export interface Words {
  colon: string;
  comma: string;
  /** What stands in brackets after something. */
  aside: (text: string) => string;
  fixRate: string;
  proven: (proven: number, causes: number) => string;
  basis: (lab: number, reports: number, none: number) => string;
  confidence: string;
  agree: (agreeing: number, comparable: number) => string;
  evidence: string;
  observations: (lab: number, reports: number) => string;
  firstSeen: string;
  notMeasured: string;
  code: string;
  revision: string;
  id: string;
  kind: { domain: string; category: string; tool: string; scope: string; tags: string };
  scope: Record<PublishedEntry['scope'], string>;
  page: string;
  source: string;
  aiGenerated: string;
  withdrawn: (date: string) => string;
  withdrawnTitle: (title: string) => string;
  /** Over entries that no longer hold. */
  withdrawnEntries: string;
  /** After why an entry was withdrawn. */
  instead: (link: string) => string;
  rootCause: string;
  findings: string;
  wordings: string;
  composed: string;
  printedBy: (program: string, versions: string | null) => string;
  causes: string;
  causesIntro: string;
  prints: string;
  noTell: string;
  reproducedIn: string;
  notReproducedIn: string;
  neverReproduced: string;
  fixedBy: string;
  nothingFixes: string;
  workarounds: string;
  deadEnds: string;
  successRate: string;
  failRate: string;
  fixes: (fixed: number, causes: number) => string;
  guess: string;
  notTried: string;
  reportsSay: (fixed: number, total: number) => string;
  safety: string;
  safeties: Record<Safety, string>;
  undo: string;
  noUndo: string;
  costs: string;
  restart: string;
  root: string;
  minutes: (minutes: number) => string;
  answers: Record<'yes' | 'no' | 'maybe', string>;
  since: string;
  until: string;
  file: (path: string) => string;
  change: (path: string) => string;
  changeTo: string;
  version: string;
  under: (outcome: string, causes: string) => string;
  matrix: string;
  matrixIntro: string;
  cause: string;
  remedy: string;
  outcomes: Record<Outcome, string>;
  environments: string;
  versions: string;
  versionHead: [string, string, string, string, string, string];
  statuses: Record<PublishedEntry['versions'][number]['status'], string>;
  docs: string;
  reports: string;
  related: Record<keyof PublishedEntry['related'], string>;
  rerun: string;
  licence: (name: string) => string;
}

/** Words that the page has too, so that both speak of a thing in the same way. */
type Shared = Pick<
  Words,
  | 'fixRate'
  | 'confidence'
  | 'evidence'
  | 'firstSeen'
  | 'notMeasured'
  | 'safeties'
  | 'outcomes'
  | 'statuses'
  | 'workarounds'
  | 'deadEnds'
  | 'rootCause'
  | 'findings'
>;

function shared(locale: Locale): Shared {
  const { figure, safety, outcome, versions, remedies, root, findings } = stringsOf(locale);
  return {
    fixRate: figure.fixRate,
    confidence: figure.confidence,
    evidence: figure.evidence,
    firstSeen: figure.firstSeen,
    notMeasured: figure.notMeasured,
    safeties: safety,
    outcomes: outcome,
    statuses: versions.statuses,
    workarounds: remedies.workarounds,
    deadEnds: remedies.deadEnds,
    rootCause: root.title,
    findings: findings.title,
  };
}

const EN: Words = {
  ...shared('en'),
  colon: ': ',
  comma: ', ',
  aside: (text) => ` (${text})`,
  proven: (proven, causes) => `${proven} of ${causes} causes have a proven fix`,
  basis: (lab, reports, none) => `by the lab ${lab}, by reports ${reports}, by nothing ${none}`,
  agree: (agreeing, comparable) =>
    `${agreeing} of ${comparable} checks of this page agree (lower end of the 95 % Wilson interval)`,
  observations: (lab, reports) => `observations: lab ${lab}, reports ${reports}`,
  code: 'Code',
  revision: 'Revision',
  id: 'Id',
  kind: { domain: 'domain', category: 'category', tool: 'tool', scope: 'scope', tags: 'tags' },
  scope: { generic: 'generic (any vendor)', specific: 'specific (one vendor)' },
  page: 'Page',
  source: 'source',
  aiGenerated: 'A model drafted the prose; the trials are real.',
  withdrawn: (date) => `Withdrawn on ${date}`,
  withdrawnTitle: (title) => `Withdrawn: ${title}`,
  withdrawnEntries: 'Withdrawn',
  instead: (link) => ` See instead: ${link}`,
  wordings: 'Wordings',
  composed: 'headline; no tool prints it in these words',
  printedBy: (program, versions) => `printed by ${program}${versions === null ? '' : ` ${versions}`}`,
  causes: 'Which cause is it?',
  causesIntro: 'Go down the list: the first check that holds names the cause. Each check only reads.',
  prints: 'prints what matches',
  noTell: 'There is no check for it.',
  reproducedIn: 'Reproduced in',
  notReproducedIn: 'Not reproduced in',
  neverReproduced: 'Not reproduced in the lab.',
  fixedBy: 'Fixed best by',
  nothingFixes: 'Nothing on this page is known to fix it.',
  successRate: 'Success rate',
  failRate: 'Fail rate',
  fixes: (fixed, causes) => `fixes ${fixed} of ${causes} causes`,
  guess: "an author's guess, neither tried nor reported",
  notTried: 'not tried yet',
  reportsSay: (fixed, total) => `fixed in ${fixed} of ${total} reports`,
  safety: 'Safety',
  undo: 'Undo',
  noUndo: 'none',
  costs: 'Costs',
  restart: 'restart',
  root: 'root',
  minutes: (minutes) => `${minutes} min`,
  answers: { yes: 'yes', no: 'no', maybe: 'maybe' },
  since: 'Since',
  until: 'Until',
  file: (path) => `Write this to ${path}:`,
  change: (path) => `In ${path}, replace`,
  changeTo: 'by',
  version: 'Change to this version:',
  under: (outcome, causes) => `${outcome} under ${causes}`,
  matrix: 'Trials',
  matrixIntro: 'Trials that ended fixed, of all trials of that remedy under that cause.',
  cause: 'Cause',
  remedy: 'Remedy',
  environments: 'Environments',
  versions: 'Versions',
  versionHead: ['Product', 'Range', 'Status', 'Introduced', 'Deprecated', 'Notes'],
  docs: 'Documentation',
  reports: 'Reports',
  related: { causedBy: 'Caused by', leadsTo: 'Leads to', confusedWith: 'Easily confused with' },
  rerun: 'Run it again',
  licence: (name) => `Content and data are licensed under ${name}.`,
};

const ZH: Words = {
  ...shared('zh'),
  colon: '：',
  comma: '，',
  aside: (text) => `（${text}）`,
  proven: (proven, causes) => `${causes} 种原因里 ${proven} 种有验证过的办法`,
  basis: (lab, reports, none) => `依据实验室的 ${lab} 种、依据报告的 ${reports} 种、尚无依据的 ${none} 种`,
  agree: (agreeing, comparable) =>
    `本页 ${comparable} 项核对中有 ${agreeing} 项一致（95% Wilson 区间的下限）`,
  observations: (lab, reports) => `项观察：实验室 ${lab} 项、报告 ${reports} 项`,
  code: '代码',
  revision: '修订版',
  id: '标识',
  kind: { domain: '领域', category: '类别', tool: '工具', scope: '范围', tags: '标签' },
  scope: { generic: '通用（与厂商无关）', specific: '特定（单一厂商）' },
  page: '网页',
  source: '来源',
  aiGenerated: '文字由模型起草（AI 生成），试验均为真实运行。',
  withdrawn: (date) => `已于 ${date} 撤回`,
  withdrawnTitle: (title) => `［已撤回］${title}`,
  withdrawnEntries: '已撤回',
  instead: (link) => `请改看：${link}`,
  wordings: '报错信息',
  composed: '标题；没有工具会原样打印这句话',
  printedBy: (program, versions) => `由 ${program}${versions === null ? '' : ` ${versions}`} 打印`,
  causes: '是哪一种原因？',
  causesIntro: '从上往下查：第一个成立的检查，就是原因。检查命令都只读取、不修改。',
  prints: '输出匹配',
  noTell: '没有检查命令。',
  reproducedIn: '已复现于',
  notReproducedIn: '未能复现于',
  neverReproduced: '实验室里没有复现。',
  fixedBy: '最有效的办法',
  nothingFixes: '本页没有已知有效的办法。',
  successRate: '成功率',
  failRate: '失败率',
  fixes: (fixed, causes) => `${causes} 种原因里修好 ${fixed} 种`,
  guess: '作者的估计，既没有试验也没有报告',
  notTried: '尚未试验',
  reportsSay: (fixed, total) => `${total} 份报告里 ${fixed} 份说有效`,
  safety: '安全性',
  undo: '撤销',
  noUndo: '无法撤销',
  costs: '代价',
  restart: '重启',
  root: 'root 权限',
  minutes: (minutes) => `${minutes} 分钟`,
  answers: { yes: '需要', no: '不需要', maybe: '可能需要' },
  since: '自',
  until: '至',
  file: (path) => `将以下内容写入 ${path}：`,
  change: (path) => `在 ${path} 中，把`,
  changeTo: '替换为',
  version: '换用此版本：',
  under: (outcome, causes) => `${outcome}：${causes}`,
  matrix: '试验结果',
  matrixIntro: '每格是一种办法在一种原因下的修复数/试验数。',
  cause: '原因',
  remedy: '办法',
  environments: '环境',
  versions: '版本',
  versionHead: ['产品', '范围', '状态', '引入', '弃用', '说明'],
  docs: '文档',
  reports: '报告',
  related: { causedBy: '由它引起', leadsTo: '会导致', confusedWith: '容易混淆' },
  rerun: '重跑试验',
  licence: (name) => `内容与数据采用 ${name} 许可。`,
};

/** The words of each language. */
export const WORDS: Record<Locale, Words> = { en: EN, zh: ZH };
