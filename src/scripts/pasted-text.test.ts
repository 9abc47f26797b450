import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fragmentOf, inOneLine, isWords, pastedQuery, queryOf } from './pasted-text.ts';

const at = (address: string): URL => new URL(address, 'https://kb.example/');

test('a text comes back from the fragment that carries it', () => {
  for (const text of ['Error: 100% of #1 & more?\n\tat a+b', '端口被占用\n第二行', '{"a":"%"}'])
    assert.equal(queryOf(at(fragmentOf(text)))?.text, text);
});

test('a fragment that was cut or written by hand is taken as it stands', () => {
  assert.equal(queryOf(at('#q=100%'))?.text, '100%');
  assert.equal(queryOf(at('#q=failed+to+push'))?.text, 'failed to push');
});

test('words come from ?q=, and nothing from an address without either', () => {
  assert.deepEqual(queryOf(at('?q=git+push')), { text: 'git push', lines: 0 });
  assert.equal(queryOf(at('?q=%20')), null);
  assert.equal(queryOf(at('#cause-held')), null);
});

test('only short lines are words; a message or a log must not reach a server', () => {
  assert.equal(isWords('EADDRINUSE'), true);
  assert.equal(isWords('a\nb'), false);
  assert.equal(isWords('Error: listen EADDRINUSE: address already in use 10.0.0.12:3000 in /srv'), false);
});

test('the end of a long text is what a link carries', () => {
  const text = `${'x'.repeat(10_000)}\nfatal: the end`;
  const carried = queryOf(at(fragmentOf(text)));
  assert.ok(carried?.text.endsWith('fatal: the end'));
  assert.ok(fragmentOf(text).length < 5000);
});

test('lines of a paste are counted without the line break at its end', () => {
  assert.equal(pastedQuery('a\nb\n').lines, 2);
});

test('the box shows a pasted text without colours and line breaks', () => {
  assert.equal(inOneLine('\u001b[32mok\u001b[0m\r\n\tnext\u0007 '), 'ok next');
});
