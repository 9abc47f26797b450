import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Code, Root, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { blocks, code, fence, heading, inline, link, list, rich, table } from './gfm.ts';

const parser = unified().use(remarkParse).use(remarkGfm);
const parse = (markdown: string): Root => parser.parse(markdown);
const first = (markdown: string): RootContent | undefined => parse(markdown).children[0];

/** Text made of what means something in Markdown, beside ordinary words. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'\\`*_[]<>~|&#!=+-.():;@{}/"\'^$%',
        ' ',
        '\n',
        '1.',
        '2) ',
        '- ',
        '***',
        '```',
        '~~~',
        '<script>',
        '</b>',
        '&lt;',
        '![x](y)',
        '[a]: b',
        'https://a.example/?b=c&d',
        'www.a.example',
        'a@b.example',
        '| --- |',
        'ERR_X_Y',
        '错误',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''));

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('any text survives a paragraph, a list, a heading and a table as text', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const [wanted, bare] = [collapsed(text), text.replaceAll('`', '')];
      if (collapsed(bare) === '') return;
      const tree = parse(blocks([inline(text), list([inline(text)]), heading(2, bare)]));
      assert.deepEqual(
        tree.children.map((node) => node.type),
        ['paragraph', 'list', 'heading'],
      );
      assert.deepEqual(
        tree.children.map((node) => textOf(node)),
        [wanted, wanted, collapsed(bare)],
      );
      const cells = (first(table([bare], [[bare]])) as Table).children;
      assert.deepEqual(
        cells.map((row) => row.children.map((cell) => textOf(cell))),
        [[collapsed(bare)], [collapsed(bare)]],
      );
    }),
    { numRuns: 3000 },
  );
});

test('any text survives as a code span and in a fence', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const line = text.replace(/\r?\n|\r/g, ' ');
      if (line.trim() === '') return;
      const span = first(`x ${code(line)}`) as unknown as { children: { value: string }[] };
      assert.equal(span.children[1]?.value, line);
      const block = first(fence(text, 'sh')) as Code;
      assert.equal(block.value.replace(/\r\n?/g, '\n'), text.replace(/\r\n?/g, '\n').replace(/\n$/, ''));
    }),
    { numRuns: 3000 },
  );
});

test('what an author sets in backticks is code, in a table too, and all around it text', () => {
  const text = '1. Raise `a_b*` *now*, or `c` ';
  for (const markdown of [rich(text), `${table([text], [])}\n`]) {
    const tree = parse(markdown);
    const codes = JSON.stringify(tree).match(/"inlineCode","value":"[^"]*"/g);
    assert.deepEqual(codes, ['"inlineCode","value":"a_b*"', '"inlineCode","value":"c"']);
    assert.equal(textOf(tree), '1. Raise a_b* *now*, or c');
  }
  assert.equal(textOf(parse(table(['`a|b\\|c`'], []))), '`a|b\\|c`');
});

test('identifiers and commands stay readable in the source', () => {
  assert.equal(inline('ERR_MODULE_NOT_FOUND (code 2.0)'), 'ERR_MODULE_NOT_FOUND (code 2.0)');
  assert.equal(inline('Raise proxy_read_timeout - twice'), 'Raise proxy_read_timeout - twice');
});

test('a link cannot be broken out of by its address or label', () => {
  const markdown = link('a](b) [c', 'https://a.example/x_(y)?q=<z>');
  const node = first(markdown) as unknown as { children: { type: string; url: string }[] };
  assert.equal(node.children.length, 1);
  assert.equal(node.children[0]?.type, 'link');
  assert.equal(node.children[0]?.url, 'https://a.example/x_%28y%29?q=%3Cz%3E');
});
