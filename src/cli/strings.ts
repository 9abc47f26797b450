import type { Locale } from '../i18n/locales.ts';

/** What the command line says. What the search box says too is in `SEARCH_STRINGS`. */
export interface CliStrings {
  line(line: number, count: number): string;
  tell: string;
  fixes: string;
  more(id: string): string;
  diagnoseWith(id: string): string;
  bits(word: string, bits: number, found: boolean): string;
  contextBits(bits: number): string;
  noEntry(id: string): string;
  entries(count: number): string;
  noProvenTells(id: string): string;
  willRun(count: number): string;
  askOne: string;
  skipped: string;
  holds: string;
  fails: string;
  missing(names: string): string;
  noCommand(name: string): string;
  noEnd: string;
  notRuledOut(count: number): string;
  noBash: string;
  isFile(path: string): string;
  nobodyAsked: string;
  otherMessage(id: string): string;
  named(title: string): string;
  namedNone(count: number): string;
  fixedBy(fixed: number, trials: number, title: string): string;
  nothingProven: string;
}

export const CLI_STRINGS: Record<Locale, CliStrings> = {
  en: {
    line: (line, count) => (count > 1 ? `line ${line}, and ${count - 1} more` : `line ${line}`),
    tell: 'to tell',
    fixes: 'fixed by',
    more: (id) => `All of it: fixrate show ${id}`,
    diagnoseWith: (id) => `Which cause is it here? fixrate diagnose ${id}`,
    bits: (word, bits, found) => `${found ? '+' : '-'} ${bits.toFixed(1).padStart(5)} bits  ${word}`,
    contextBits: (bits) =>
      `${bits < 0 ? '-' : '+'} ${Math.abs(bits).toFixed(1).padStart(5)} bits  the rest of the text`,
    noEntry: (id) => `There is no entry "${id}". fixrate search finds ids.`,
    entries: (count) => (count === 1 ? '1 error' : `${count} errors`),
    noProvenTells: (id) => `No check of ${id} has been proven in the lab.`,
    willRun: (count) => `${count} checks, in this order. They only read; nothing else of the entry is run.`,
    askOne: 'Run this check? [y/N/q] ',
    skipped: 'not run',
    holds: 'This is it.',
    fails: 'Not this one.',
    missing: (names) => `This check needs a value of yours: ${names}`,
    noCommand: (name) => `This check cannot be run here: there is no ${name}.`,
    noEnd: 'This check did not end, so it says nothing.',
    notRuledOut: (count) =>
      count === 1
        ? 'The cause of the check before it that was not run is not ruled out.'
        : `The causes of the ${count} checks before it that were not run are not ruled out.`,
    isFile: (path) => `${path} is a file; to match what is in it: fixrate match < ${path}`,
    nobodyAsked: 'diagnose asks before it runs a check, and nobody is here to answer: add --yes to run all.',
    otherMessage: (id) => `The message is not recognised as ${id}, so nothing is taken from it.`,
    noBash:
      'the checks are bash commands, and this machine has no bash. Install it (on Windows, Git for Windows brings it: https://gitforwindows.org), or call fixrate where the error shows, in WSL or a container.',
    named: (title) => `The cause at work: ${title}`,
    namedNone: (count) =>
      count === 1
        ? 'The one check that was run does not name its cause.'
        : `None of the ${count} checks that were run names its cause.`,
    fixedBy: (fixed, trials, title) => `Fixed in ${fixed} of ${trials} trials by: ${title}`,
    nothingProven: 'Nothing fixed this cause in all trials.',
  },
  zh: {
    line: (line, count) => (count > 1 ? `第 ${line} 行，另有 ${count - 1} 处` : `第 ${line} 行`),
    tell: '如何判断',
    fixes: '有效办法',
    more: (id) => `完整内容：fixrate show ${id}`,
    diagnoseWith: (id) => `想知道这里是哪种原因：fixrate diagnose ${id}`,
    bits: (word, bits, found) => `${found ? '+' : '-'} ${bits.toFixed(1).padStart(5)} 比特  ${word}`,
    contextBits: (bits) => `${bits < 0 ? '-' : '+'} ${Math.abs(bits).toFixed(1).padStart(5)} 比特  其余文字`,
    noEntry: (id) => `没有条目“${id}”。可以用 fixrate search 查找。`,
    entries: (count) => `${count} 个报错`,
    noProvenTells: (id) => `${id} 还没有经试验验证的判断命令。`,
    willRun: (count) => `共 ${count} 条判断命令，按以下顺序执行。它们只读取信息，不会执行条目里的其他命令。`,
    askOne: '执行这条命令？[y/N/q] ',
    skipped: '未执行',
    holds: '就是这个原因。',
    fails: '不是这个原因。',
    missing: (names) => `这条命令需要你提供：${names}`,
    noCommand: (name) => `这条命令在这里无法执行：没有 ${name}。`,
    noEnd: '这条命令没有正常结束，得不出结论。',
    notRuledOut: (count) => `前面有 ${count} 条命令没有执行，它们对应的原因还不能排除。`,
    isFile: (path) => `${path} 是一个文件；要识别它的内容：fixrate match < ${path}`,
    nobodyAsked: 'diagnose 执行每条命令前都会询问，而这里没有人可以回答：加上 --yes 即可全部执行。',
    otherMessage: (id) => `这段报错不是 ${id}，没有从中取值。`,
    noBash:
      '判断命令要用 bash 执行，而这台机器上没有 bash。请先安装（Windows 上装 Git for Windows 即可：https://gitforwindows.org），或在报错出现的地方（WSL 或容器里）运行 fixrate。',
    named: (title) => `起作用的原因：${title}`,
    namedNone: (count) => `已执行的 ${count} 条判断命令都没有命中。`,
    fixedBy: (fixed, trials, title) => `${trials} 次试验中有 ${fixed} 次由它解决：${title}`,
    nothingProven: '没有任何做法在全部试验中解决这个原因。',
  },
};
