import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Code, InlineCode, Link, Nodes, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { HOSTILE, ticketWith } from './fixture.ts';
import { toMarkdown } from './markdown.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** What a Markdown parser makes of a ticket. */
function read(markdown: string): {
  kinds: Set<string>;
  codes: string[];
  links: string[];
  text: string;
  spans: string[];
} {
  const tree = parser.parse(markdown);
  const found = {
    kinds: new Set<string>(),
    codes: [] as string[],
    links: [] as string[],
    text: '',
    spans: [] as string[],
  };
  visit(tree, (node: Nodes) => {
    found.kinds.add(node.type);
    if (node.type === 'code') found.codes.push((node as Code).value);
    // This parser links a bare address whatever stands before its colon; one that is its own label hides nothing.
    if (node.type === 'link' && labelOf(node) !== node.url) found.links.push((node as Link).url);
    if (node.type === 'inlineCode') found.spans.push((node as InlineCode).value);
    if (node.type === 'text') found.text += (node as Text).value;
  });
  return found;
}

function labelOf({ children: [label] }: Link): string {
  return label?.type === 'text' ? label.value : '';
}

for (const text of HOSTILE) {
  test(`a Markdown parser reads back what was written: ${text}`, () => {
    const ticket = ticketWith(text);
    const { kinds, codes, links, text: words, spans } = read(toMarkdown(ticket));
    assert.deepEqual(codes, [`echo 1\n${text}\n  indented`, text]);
    assert.deepEqual(links, [ticket.url, ticket.url], 'no link but ours');
    assert.deepEqual(spans, [text, 'a_b', text]);
    assert.equal(words.split(text).length - 1 >= 2, true, `${words} holds the text as it is`);
    const ours = ['root', 'paragraph', 'strong', 'link', 'text', 'inlineCode', 'list', 'listItem', 'code'];
    assert.deepEqual(
      [...kinds].filter((kind) => !ours.includes(kind)),
      [],
    );
  });
}
