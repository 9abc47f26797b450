import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { writeMarkdown } from './markdown.ts';

/** What may need an escape, alone or beside others, among what needs none. */
const SIGNS = [
  ...'abpsw0127 中。é💥\n\t\r\u00a0\u007f',
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  ...['www.', 'https://', '&amp;', '1. ', '- ', '\n# ', '\n\n', ' \n', '](', '![', 'a@b.c', '***'],
];
const value = fc.oneof(
  fc.string({ unit: fc.constantFrom(...SIGNS), maxLength: 12 }),
  fc.constantFrom('plain words', 'node', 'The port is in use.', '端口被占用，', ' and ', ''),
);

const { phrasing } = fc.letrec<{ phrasing: PhrasingContent[] }>((tie) => ({
  phrasing: fc.array(
    fc.oneof(
      { depthSize: 'small' },
      { weight: 6, arbitrary: value.map((text): PhrasingContent => ({ type: 'text', value: text })) },
      { weight: 4, arbitrary: value.map((code): PhrasingContent => ({ type: 'inlineCode', value: code })) },
      fc
        .tuple(fc.constantFrom('emphasis', 'strong', 'delete'), tie('phrasing'))
        .map(([type, children]): PhrasingContent => ({ type, children })),
      fc
        .tuple(value, tie('phrasing'))
        .map(([url, children]): PhrasingContent => ({ type: 'link', url, children: children as never })),
      fc.constant<PhrasingContent>({ type: 'break' }),
    ),
    { maxLength: 5 },
  ),
}));

const block = phrasing.chain((children) =>
  fc.constantFrom<RootContent>(
    { type: 'paragraph', children },
    { type: 'heading', depth: 4, children },
    { type: 'blockquote', children: [{ type: 'paragraph', children }] },
    {
      type: 'list',
      ordered: false,
      children: [{ type: 'listItem', checked: false, children: [{ type: 'paragraph', children }] }],
    },
    { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }] },
  ),
);

describe('Markdown of a tree', () => {
  it('is what the library makes of it by itself, whatever is in its texts and code', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 3 }), (children) => {
        const tree: Nodes = { type: 'root', children };
        assert.equal(writeMarkdown(tree), writeMarkdown(tree, {}));
      }),
      { numRuns: 2000 },
    );
  });

  it('escapes what would mean something', () => {
    const texts = ['1. a', 'a *b* `c`', 'see www.x.org', '\\_', 'a | b'];
    const children = texts.map(
      (text): RootContent => ({
        type: 'paragraph',
        children: [{ type: 'text', value: text }],
      }),
    );
    assert.equal(
      writeMarkdown({ type: 'root', children }),
      '1\\. a\n\na \\*b\\* \\`c\\`\n\nsee www\\.x.org\n\n\\\\\\_\n\na | b',
    );
  });
});
