import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { HOSTILE, ticketWith } from './fixture.ts';
import { toHtml } from './html.ts';

const OURS = ['p', 'b', 'a', 'ul', 'li', 'pre', 'code'];

for (const text of HOSTILE) {
  test(`an HTML parser reads back what was written: ${text}`, () => {
    const ticket = ticketWith(text);
    const elements: Element[] = [];
    visit(fromHtml(toHtml(ticket), { fragment: true }), 'element', (element) => {
      elements.push(element);
    });
    const all = (name: string): Element[] => elements.filter(({ tagName }) => tagName === name);
    assert.deepEqual(
      all('pre').map((one) => textOf(one)),
      [`echo 1\n${text}\n  indented`, text],
    );
    assert.equal(textOf(all('a')[0]), `node/port-taken: ${text}`);
    assert.equal(textOf(all('li')[0]), `Error: ${text}`);
    assert.deepEqual(
      elements.filter(({ tagName }) => !OURS.includes(tagName)),
      [],
    );
    assert.deepEqual(
      elements.map(({ properties }) => properties).filter((one) => Object.keys(one).length > 0),
      [{ href: ticket.url }, { href: ticket.url }],
    );
  });
}
