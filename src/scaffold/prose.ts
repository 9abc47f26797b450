import type { Locale } from '../i18n/locales.ts';
import { FIRST } from './entry-yaml.ts';

interface Words {
  title: string;
  summary: string;
  rootCause: string;
  cause: [title: string, text: string];
  workaround: [title: string, short: string, text: string];
  deadEnd: [title: string, short: string, text: string];
  step: string;
  note: string;
}

const WORDS: Record<Locale, Words> = {
  en: {
    title: 'FILL IN: what is wrong, in a few words',
    summary: 'FILL IN: the same in one sentence, for somebody who has never seen it.',
    rootCause: 'FILL IN: why the tool prints this: what all causes below have in common.',
    cause: ['FILL IN: what is the case', 'FILL IN: how one gets there. The tell follows by itself.'],
    workaround: ['FILL IN: do this', 'FILL IN', 'FILL IN: when to prefer it, and what it costs.'],
    deadEnd: ['FILL IN: what people try', 'FILL IN!', 'FILL IN: why it does not help.'],
    step: 'FILL IN: what the command below does:',
    note: 'The same components with the same ids stand in zh.mdx, in the order of entry.yaml.',
  },
  zh: {
    title: '待填写：用几个字说明哪里出了问题',
    summary: '待填写：用一句话向没见过这个错误的人说明。',
    rootCause: '待填写：工具为什么会打印这条消息，也就是下面各个原因的共同点。',
    cause: ['待填写：实际情况', '待填写：怎么会走到这一步。判断方法会自动附在后面。'],
    workaround: ['待填写：这样做', '待填写', '待填写：什么时候该用它，代价是什么。'],
    deadEnd: ['待填写：人们常试的做法', '待填写！', '待填写：为什么没有用。'],
    step: '待填写：下面的命令做什么：',
    note: '组件和 id 与 en.mdx 相同，顺序与 entry.yaml 一致。',
  },
};

/** Write the prose file of a new entry in one language. */
export function writeProse(locale: Locale): string {
  const { title, summary, rootCause, cause, workaround, deadEnd, step, note } = WORDS[locale];
  return `---
title: '${title}'
summary: '${summary}'
---
{/* ${note} */}

${rootCause}

<Cause id="${FIRST.cause}" title="${cause[0]}">
${cause[1]}
</Cause>

<Workaround id="${FIRST.workaround}" title="${workaround[0]}" short="${workaround[1]}">
${workaround[2]}

<Step id="try">${step}</Step>
</Workaround>

<DeadEnd id="${FIRST.deadEnd}" title="${deadEnd[0]}" short="${deadEnd[1]}">
${deadEnd[2]}

<Step id="try">${step}</Step>
</DeadEnd>
`;
}
