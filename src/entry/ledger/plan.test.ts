import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { readCode } from './code.ts';
import { candidateCodes } from './derive.ts';
import { formatLedger, parseLedger } from './ledger.ts';
import { extendLedger } from './plan.ts';

const entry = (id: string, ...aliases: string[]): { id: string; aliases: string[] } => ({ id, aliases });

describe('extendLedger', () => {
  it('gives each new id a code of its own, the same on every machine', () => {
    const codes = extendLedger(new Map(), [entry('git/b'), entry('git/a')]);
    assert.deepEqual([...codes.keys()], ['git/a', 'git/b']);
    assert.equal(codes.get('git/a'), extendLedger(new Map(), [entry('git/a')]).get('git/a'));
    assert.equal(new Set(codes.values()).size, 2);
    for (const code of codes.values()) assert.equal(readCode(code)?.valid, true);
  });

  it('takes the next code where the first is another entry’s', () => {
    const [first = '', second = ''] = candidateCodes('git/a').take(2);
    assert.equal(extendLedger(new Map([['git/z', first]]), [entry('git/a')]).get('git/a'), second);
  });

  it('lets a renamed entry keep its code, and each of two joined ones its own', () => {
    const before = new Map([
      ['git/old', 'FX-0158R'],
      ['git/b', 'FX-GY11C'],
    ]);
    const renamed = extendLedger(before, [entry('git/new', 'git/old')]);
    assert.equal(renamed.get('git/new'), 'FX-0158R');
    assert.equal(renamed.get('git/old'), 'FX-0158R');
    const joined = extendLedger(renamed, [entry('git/new', 'git/old', 'git/b')]);
    assert.deepEqual([joined.get('git/new'), joined.get('git/b')], ['FX-0158R', 'FX-GY11C']);
  });

  it('changes and takes out nothing', () => {
    const before = new Map([['git/gone', 'FX-0158R']]);
    assert.equal(extendLedger(before, []).get('git/gone'), 'FX-0158R');
  });
});

describe('candidateCodes', () => {
  it('always has a digit before the check character, so that no code spells a word', () => {
    const ids = Array.from({ length: 300 }, (_, index) => `demo/x${index}`);
    for (const id of ids) assert.match(candidateCodes(id).next().value ?? '', /^FX-[A-Y]*\d.*.$/);
  });
});

describe('the ledger as a file', () => {
  const codes = new Map([
    ['git/b', 'FX-GY11C'],
    ['git/a', 'FX-0158R'],
  ]);

  it('is YAML, sorted, and reads as it was written', () => {
    const text = formatLedger(codes);
    assert.deepEqual(parse(text), { 'git/a': 'FX-0158R', 'git/b': 'FX-GY11C' });
    const { ledger, problems } = parseLedger('ledger.yaml', text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [...ledger.values()].map(({ id, code }) => [id, code]),
      [...codes].sort(),
    );
  });

  it('names the line of what it cannot read, also with the line ends of Windows', () => {
    const { ledger, problems } = parseLedger('ledger.yaml', 'git/a: FX-0158R\r\ngit/b: FX-1\r\n');
    assert.deepEqual([...ledger.keys()], ['git/a']);
    assert.deepEqual(
      problems.map(({ line, message }) => [line, message]),
      [[2, '"git/b: FX-1" is no line of the ledger']],
    );
  });
});
