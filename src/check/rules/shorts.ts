import type { Block } from '../../entry/prose/outline.ts';
import { isRemedy } from '../../entry/prose/prose.ts';
import type { Locale } from '../../i18n/locales.ts';
import { type Complaint, proseRule } from '../context.ts';
import { at } from '../places.ts';

const MAX_WORDS = 2;
const MAX_LETTERS = 8;
const MAX_HAN = 8;
const HAN = /\p{Script=Han}/gu;

export const shorts = proseRule({
  name: 'shorts',
  description: 'The heads of the columns of the matrix are short, and differ from each other.',
  check: ({ locale, outline }) => {
    const blocks = outline.blocks.filter((block) => block.short !== null);
    return [
      ...blocks.flatMap((block) => tooLong(outline.file, block, locale)),
      ...twice(outline.file, blocks.filter(isRemedy)),
      ...twice(
        outline.file,
        blocks.filter((block) => !isRemedy(block)),
      ),
    ];
  },
});

function tooLong(file: string, block: Block, locale: Locale): Complaint[] {
  const words = (block.short ?? '').trim().split(/\s+/);
  const long = words.filter((word) => word.replace(HAN, '').length > MAX_LETTERS);
  const han = words.join('').match(HAN)?.length ?? 0;
  const where = { file, ...block.place };
  if (locale === 'zh' && han > MAX_HAN) {
    return [at(where, `short="${block.short}" has ${han} characters`, `write at most ${MAX_HAN}`)];
  }
  if (words.length <= MAX_WORDS && long.length === 0) return [];
  return [
    at(where, `short="${block.short}" is too long`, `write two words of at most ${MAX_LETTERS} letters each`),
  ];
}

function twice(file: string, blocks: readonly Block[]): Complaint[] {
  const shorts = blocks.map((block) => block.short);
  return blocks.flatMap((block, index) =>
    shorts.indexOf(block.short) === index
      ? []
      : [
          at(
            { file, ...block.place },
            `short="${block.short}" stands above already`,
            'let each be told from the others',
          ),
        ],
  );
}
