import type { EntryRule } from '../context.ts';
import { CODE, linesOf, placeIn } from '../lines.ts';
import { at } from '../places.ts';

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
  { pattern: /您/gu, message: '您 is too formal here', tip: 'write 你' },
];

/** Chinese typography, as the guide for authors has it. */
export const chinesePunctuation: EntryRule = {
  name: 'chinese-punctuation',
  description: 'Chinese has full-width punctuation, a space between Han and Latin, and 你.',
  check: (entry) =>
    linesOf(entry, 'zh').flatMap((line) =>
      SLIPS.flatMap(({ pattern, message, tip }) =>
        [...line.text.matchAll(pattern)].map(({ index }) => {
          const around = line.text
            .slice(Math.max(0, index - 4), index + 5)
            .replaceAll(CODE, '`…`')
            .replace(/\s/g, ' ');
          return at(placeIn(line, index), `${message}: “${around}”`, tip);
        }),
      ),
    ),
};
