import type { Nodes } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import {
  defaultHandlers,
  type Handlers,
  type Info,
  type Options,
  type State,
  toMarkdown,
  type Unsafe,
} from 'mdast-util-to-markdown';

const GFM = gfmToMarkdown();

/** How the library writes what `QUICK` leaves to it. */
const HANDLERS: Handlers = Object.assign(
  {},
  defaultHandlers,
  ...(GFM.extensions ?? []).map(({ handlers }) => handlers),
);

const OPTIONS: Options = {
  bullet: '-',
  emphasis: '_',
  fences: true,
  rule: '-',
  resourceLink: true,
  extensions: [GFM],
};

/**
 * Texts and code in which nothing needs an escape, as most of them, are written as they are. The library holds each
 * text against some sixty patterns, one after the other, which took a fifth of the time that an entry needs.
 */
const QUICK: Pick<Handlers, 'text' | 'inlineCode'> = {
  text: (node, parent, state, info) =>
    isSafe(node.value, state, info) ? node.value : HANDLERS.text(node, parent, state, info),
  inlineCode: Object.assign(
    (...given: Parameters<Handlers['inlineCode']>): string => {
      const [{ value }] = given;
      return /^[^\s`|](?:[^\r\n`|]*[^\s`|])?$/.test(value) ? `\`${value}\`` : HANDLERS.inlineCode(...given);
    },
    { peek: () => '`' },
  ),
};

/**
 * Write a tree as GitHub-flavoured Markdown.
 *
 * @param handlers of the library to be replaced; tests compare with none
 */
export function writeMarkdown(tree: Nodes, handlers: Partial<Handlers> = QUICK): string {
  return toMarkdown(tree, { ...OPTIONS, handlers }).trim();
}

/** Whether nothing in a text needs an escape between what stands before and after it. */
function isSafe(text: string, state: State, { before, after }: Info): boolean {
  const unsafe = unsafeIn(state);
  unsafe.lastIndex = before.length;
  const found = unsafe.exec(before + text + after);
  return found === null || found.index >= before.length + text.length;
}

/** What `unsafeIn` made, by the constructs around a text. */
const made = new Map<string, RegExp>();

/**
 * Make one expression of all characters that the library would look for in a text at this place. It finds more rather
 * than less: where a pattern asks for certain nodes beside the text, it takes the character alone.
 */
function unsafeIn({ stack, unsafe }: State): RegExp {
  const place = stack.join(' ');
  const known = made.get(place);
  if (known !== undefined) return known;
  const isAround = (constructs: Unsafe['inConstruct']): boolean =>
    [constructs ?? []].flat().some((one) => stack.includes(one));
  const sources = unsafe
    .filter(
      ({ inConstruct: within, notInConstruct: without }) =>
        (!within || isAround(within)) && !isAround(without),
    )
    .map(({ character, atBreak, before, after, beforeNode, afterNode }) => {
      const sign = RegExp.escape(character);
      if (beforeNode || afterNode) return sign;
      const head = `${atBreak ? '[\\r\\n][\\t ]*' : ''}(?:${before ?? ''})`;
      return `${sign}(?<=${head}${sign})(?=${after ?? ''})`;
    });
  // It doubles backslashes too, by no pattern.
  const expression = new RegExp(['\\\\', ...sources].join('|'), 'g');
  made.set(place, expression);
  return expression;
}
