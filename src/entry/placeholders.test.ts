import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bracedNames, fillTemplate, splitTemplate } from './placeholders.ts';

describe('fillTemplate', () => {
  it('fills declared names and leaves every other brace alone', () => {
    const values = { port: '3000' };
    assert.equal(fillTemplate('fuser -k {port}/tcp', values), 'fuser -k 3000/tcp');
    for (const text of ["awk '{print $1}'", 'git log @{u}..', 'echo ${port}', 'a{b,c}']) {
      assert.equal(fillTemplate(text, values), text);
    }
  });

  it('does not fill what a value brings along', () => {
    assert.equal(fillTemplate('{a}', { a: '{b}', b: 'no' }), '{b}');
  });
});

describe('splitTemplate', () => {
  it('keeps every character of the template', () => {
    const parts = splitTemplate('x{port}{host}y{z}', ['port', 'host']);
    const text = parts.map((part) => (part.kind === 'text' ? part.text : `{${part.name}}`)).join('');
    assert.equal(text, 'x{port}{host}y{z}');
    assert.equal(parts.filter((part) => part.kind === 'placeholder').length, 2);
  });
});

describe('bracedNames', () => {
  it('lists names once and knows the shell', () => {
    assert.deepEqual(bracedNames('{prot} ${HOME} {prot} {a b}'), ['prot']);
  });
});
