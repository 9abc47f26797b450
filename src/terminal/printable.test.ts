import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printable } from './printable.ts';

test('what a sandbox printed does nothing to a terminal', () => {
  assert.equal(printable('\u001b]52;c;cm0gLXJm\u0007'), '\\x1b]52;c;cm0gLXJm\\x07');
  assert.equal(printable('fine\rboom\u0008\u009b2J'), 'fine\\x0dboom\\x08\\x9b2J');
  assert.equal(printable('\u202egnp.exe'), '\\u202egnp.exe');
});

test('text stays as it is, in any language', () => {
  assert.equal(printable('端口 3000\tist belegt\r\nnext – “ok”'), '端口 3000\tist belegt\nnext – “ok”');
});
