import assert from 'node:assert/strict';
import { test } from 'node:test';
import { element, writeXml } from './xml.ts';
import { parseXml } from './xml-fixture.ts';

test('whatever a text holds, the document is well-formed and gives it back', () => {
  const text = ']]> <b>"x" & \'y\'</b> &amp; &#0; <!-- --> <?php ?> \u2028 好 😀';
  const document = parseXml(writeXml(element('a', { b: text }, text)));
  assert.equal(document.documentElement.textContent, text);
  assert.equal(document.documentElement.getAttribute('b'), text);
});

test('what no XML document can hold is replaced, and said to be missing', () => {
  const document = parseXml(writeXml(element('a', {}, 'a\u0000b\u001b[31m\uFFFE\uD800c')));
  assert.equal(document.documentElement.textContent, 'a\uFFFDb\uFFFD[31m\uFFFD\uFFFDc');
});
