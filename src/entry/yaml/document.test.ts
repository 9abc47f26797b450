import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseYaml } from './document.ts';

function said(text: string): string[] {
  return parseYaml('f.yaml', text).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

describe('parseYaml', () => {
  it('reads data and finds the place of each part', () => {
    const yaml = parseYaml('f.yaml', 'a:\n  - { b: 1 }\n  - { b: 2 }\n', 10);
    assert.deepEqual(yaml.value, { a: [{ b: 1 }, { b: 2 }] });
    assert.deepEqual(yaml.placeOf(['a', 1, 'b']), { line: 13, column: 10 });
    assert.deepEqual(yaml.placeOfKey(['a', 1, 'b']), { line: 13, column: 7 });
  });

  it('finds what stands around a part that is absent', () => {
    const yaml = parseYaml('f.yaml', 'a:\n  b: { c: 1 }\n');
    assert.deepEqual(yaml.placeOfKey(['a', 'b', 'missing']), { line: 2, column: 3 });
  });

  it('refuses a key that is there twice', () => {
    assert.deepEqual(said('a: 1\nb: 2\na: 3\n'), ['3:1 map keys must be unique']);
  });

  it('refuses aliases, so that no small file becomes a huge one', () => {
    assert.deepEqual(said('a: &x [1]\nb: *x\n'), ['1:7 &x is an anchor', '2:4 *x is an alias']);
  });

  it('refuses keys that reach into objects, and keys that would lose their place', () => {
    assert.deepEqual(said('__proto__: { polluted: true }\n'), ['1:1 __proto__ cannot be a key']);
    assert.deepEqual(said('a: { constructor: 1 }\n'), ['1:6 constructor cannot be a key']);
    assert.deepEqual(said('404: 1\n'), ['1:1 the key 404 is a number']);
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });

  it('refuses tags', () => {
    assert.match(said('a: !!binary aGk=\n').join(), /1:13 .*tag/);
  });

  it('tells the first fault of syntax, and none that only follow from it', () => {
    assert.equal(said('a: { b: 1\nc: 2\nd: 3\n').length, 1);
    assert.deepEqual(said('a: *x\nb: 1\nb: 2\n').length, 2);
  });

  it('refuses a file that is far too long', () => {
    assert.match(said(`a: ${'x'.repeat(600_000)}`).join(), /has 600003 characters/);
  });
});
