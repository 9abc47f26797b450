import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Code, Root, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { blocks, code, fence, heading, inline, link, list, table } from './gfm.ts';

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
      const wanted = collapsed(text);
      if (wanted === '') return;
      const tree = parse(blocks([inline(text), list([inline(text)]), heading(2, text)]));
      assert.deepEqual(
        tree.children.map((node) => node.type),
        ['paragraph', 'list', 'heading'],
      );
      assert.deepEqual(
        tree.children.map((node) => textOf(node)),
        [wanted, wanted, wanted],
      );
      const cells = (first(table([text], [[text]])) as Table).children;
      assert.deepEqual(
        cells.map((row) => row.children.map((cell) => textOf(cell))),
        [[wanted], [wanted]],
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
