import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { candidateCodes } from '../../entry/ledger/derive.ts';
import { betweenEntries, ledgerOf, summaryOf } from '../fixture.ts';

type Entry = ReturnType<typeof summaryOf>;

/** An entry with which nothing is wrong. */
const entry = (id: string): Entry => ({ ...summaryOf(id), sound: true });

const withAliases = (id: string, aliases: string): Entry => ({
  ...summaryOf(id, { texts: { 'entry.yaml': [['remedies:', `aliases: [${aliases}]\nremedies:`]] } }),
  sound: true,
});

const codeOf = (id: string): string => candidateCodes(id).next().value ?? '';

/** The ledger that holds these ids, each with the code derived from it, and the lines given. */
const lines = (ids: string[], ...more: string[]): string =>
  [...ids.map((id) => `${id}: ${codeOf(id)}`), ...more].join('\n');

function check(entries: Entry[], ledger: string): string[] {
  return betweenEntries(entries, ledgerOf(entries, ledger)).map(
    ({ file, line, message, tip }) => `${file}:${line} ${message} → ${tip}`,
  );
}

describe('ledger', () => {
  const [a, b] = [entry('demo/a'), entry('demo/b')];

  it('lets stand what is published as it was', () => {
    assert.deepEqual(check([a, b], lines(['demo/a', 'demo/b'])), []);
  });

  it('finds a published id that leads nowhere any more', () => {
    assert.deepEqual(check([a], lines(['demo/a', 'demo/gone'])), [
      'content/ledger.yaml:2 demo/gone was published, and now has neither page nor redirect → bring its folder back and give it `withdrawn`, or put this id under `aliases` of the entry that took its place',
    ]);
    assert.deepEqual(check([withAliases('demo/a', 'demo/gone')], lines(['demo/a', 'demo/gone'])), []);
  });

  it('finds a code that was changed, and says the one that it was', () => {
    assert.match(
      check([a], `demo/a: ${codeOf('demo/b')}`).join(),
      new RegExp(
        `:1 ${codeOf('demo/b')} is not the code of demo/a: a code never changes → write ${codeOf('demo/a')}`,
      ),
    );
  });

  it('finds a code that two entries have, and lets a renamed one keep its code', () => {
    const line = `demo/b: ${codeOf('demo/a')}`;
    assert.match(check([a, b], lines(['demo/a'], line)).join(), /:2 FX-\w+ is the code of demo\/a too/);
    assert.deepEqual(check([withAliases('demo/b', 'demo/a')], lines(['demo/a'], line)), []);
  });

  it('asks for the command where an id is new, once the entry is sound', () => {
    assert.match(
      check([a], '').join(),
      /entry\.yaml:1 demo\/a is not in the ledger yet → run `npm run ledger`/,
    );
    assert.match(
      check([withAliases('demo/a', 'demo/old')], lines(['demo/a'])).join(),
      /entry\.yaml:\d\d demo\/old is not in the ledger yet/,
    );
    assert.deepEqual(check([{ ...a, sound: false }], ''), []);
  });

  it('finds what is no line of a ledger, and an id that stands twice', () => {
    const text = `# head\n${lines(['demo/a', 'demo/a'])}\ndemo/b FX-00000\n`;
    const found = check([a], text);
    assert.match(found.join('\n'), /:3 demo\/a stands here twice → leave line 2/);
    assert.match(found.join('\n'), /:4 "demo\/b FX-00000" is no line of the ledger/);
  });
});
