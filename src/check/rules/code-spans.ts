import type { Block, Outline } from '../../entry/prose/outline.ts';
import { walk } from '../../entry/prose/walk.ts';
import { LOCALES } from '../../i18n/locales.ts';
import type { Complaint, EntryRule } from '../context.ts';
import { withSteps } from '../lines.ts';
import { at } from '../places.ts';

/** Commands, options and messages are never translated: what one language has, the other has too. */
export const codeSpans: EntryRule = {
  name: 'code-spans',
  description: 'Both languages have the same code spans in every section, as often.',
  check({ outlines }) {
    const [first, ...others] = LOCALES.flatMap((locale) => outlines[locale] ?? []);
    return first === undefined ? [] : others.flatMap((other) => compare(first, other));
  },
};

/** A section of one language beside that of another. */
type Pair = readonly [wanted: string[], found: string[], block: Pick<Block, 'place'>];

function compare(first: Outline, other: Outline): Complaint[] {
  return pairs(first, other).flatMap(([wanted, found, { place }]) => {
    const where = { file: other.file, ...place };
    const missing = without(wanted, found).map((code) =>
      at(
        where,
        `\`${code}\` is missing in this section; ${first.file} has it`,
        'keep code in both languages',
      ),
    );
    const added = without(found, wanted).map((code) =>
      at(
        where,
        `\`${code}\` is in this section, but not in that of ${first.file}`,
        'keep code in both languages',
      ),
    );
    return [...missing, ...added];
  });
}

function pairs(first: Outline, other: Outline): Pair[] {
  const head: Pair = [
    inText(`${first.title} ${first.summary}`),
    inText(`${other.title} ${other.summary}`),
    { place: { line: 1, column: 1 } },
  ];
  const named = new Map(blocksOf(first).map(([name, block]) => [name, block]));
  const sections = blocksOf(other).flatMap(([name, block]): Pair[] => {
    const wanted = named.get(name);
    return wanted === undefined ? [] : [[inBlock(wanted), inBlock(block), block]];
  });
  return [head, ...sections];
}

/** Blocks under names that are the same in every language. */
function blocksOf(outline: Outline): [string, Block][] {
  return outline.blocks.flatMap((block) =>
    withSteps([block]).map((one): [string, Block] => [
      `${block.component} ${block.id} ${one === block ? '' : one.id}`,
      one,
    ]),
  );
}

/** Code in the content and title of a block; short titles are cut as each language needs it. */
function inBlock(block: Block): string[] {
  const codes = inText(block.title);
  walk({ type: 'root', children: block.content }, (node) => {
    if (node.type === 'inlineCode') codes.push(node.value);
  });
  return codes;
}

function inText(text: string): string[] {
  return [...text.matchAll(/`([^`]*)`/g)].map((match) => match[1] ?? '');
}

/** What is in one list more often than in the other. */
function without(all: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return all.filter((code) => {
    const index = left.indexOf(code);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}
