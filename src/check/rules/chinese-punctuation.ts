import type { EntryRule } from '../context.ts';
import { CODE, complain, type Slip } from '../lines.ts';

const HAN = '\\p{Script=Han}';
const LATIN = `[A-Za-z0-9${CODE}]`;
const FULL = '， ： ； ？ ！ 。 （ ）';

/** What is wrong with a text in Chinese, how to find it, and what to write. */
const SLIPS: readonly { pattern: RegExp; message: string; tip: string }[] = [
  {
    pattern: new RegExp(`(?<=${HAN}) ?[,:;?!]|[,:;?!](?= ?${HAN})|(?<=${HAN})\\.(?=\\s|$|${HAN})`, 'gu'),
    message: 'half-width punctuation in Chinese',
    tip: `write full-width marks, without a space: ${FULL}`,
  },
  {
    pattern: new RegExp(`(?<=${HAN})\\(|\\)(?=${HAN})|\\((?=[^()]*${HAN})`, 'gu'),
    message: 'half-width brackets in Chinese',
    tip: `write full-width marks, without a space: ${FULL}`,
  },
  {
    pattern: new RegExp(`(?<=${HAN})${LATIN}|(?<=${LATIN})${HAN}`, 'gu'),
    message: 'no space between Chinese and Latin letters, digits or code',
    tip: 'put one space between them',
  },
  {
    pattern: / (?=[，。：；！？（）])|(?<=[，。：；！？（）]) (?=\S)/gu,
    message: 'a space beside a full-width mark',
    tip: 'leave the space out: the mark has its own',
  },
  {
    pattern: new RegExp(`(?<=${HAN})"|"(?=${HAN})`, 'gu'),
    message: 'straight quotation marks in Chinese',
    tip: 'write “ and ”',
  },
  {
    pattern: new RegExp(`(?<=${HAN})\\.{3}|\\.{3}(?=${HAN})`, 'gu'),
    message: 'three full stops in Chinese',
    tip: 'write ……',
  },
  {
    pattern: /[Ａ-Ｚａ-ｚ０-９]+/gu,
    message: 'full-width letters or digits',
    tip: 'write them half-width',
  },
  { pattern: /您/gu, message: '您 is too formal here', tip: 'write 你' },
];

/** Chinese typography, as the glossary has it. */
export const chinesePunctuation: EntryRule = {
  name: 'chinese-punctuation',
  description: 'Chinese has full-width punctuation, a space between Han and Latin, and 你.',
  check: (entry) => complain(entry.lines.zh, findPunctuation),
};

/** Find the slips of typography in a Chinese text. */
export function findPunctuation(text: string): Slip[] {
  return SLIPS.flatMap(({ pattern, message, tip }) =>
    [...text.matchAll(pattern)].map(({ index }) => {
      const around = text
        .slice(Math.max(0, index - 4), index + 5)
        .replaceAll(CODE, '`…`')
        .replace(/\s/g, ' ');
      return { index, message: `${message}: “${around}”`, tip };
    }),
  );
}
