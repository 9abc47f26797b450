import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CliTrouble } from '../trouble.ts';
import { resolveId } from './resolve.ts';

const knowledge = {
  ledger: () => [
    {
      id: 'git/new',
      code: 'FX-0158R',
      withdrawn: null,
      aliases: [
        { id: 'git/old', code: 'FX-0158R' },
        { id: 'git/joined', code: 'FX-GY11C' },
      ],
    },
  ],
};
const resolve = (text: string): string => resolveId(knowledge, text, 'en');

describe('resolveId', () => {
  it('takes ids, former ids, and codes however they are typed', () => {
    for (const text of ['git/new', 'git/old', 'git/joined', 'FX-0158R', 'fx oi5br', 'fx-gy11c'])
      assert.equal(resolve(text), 'git/new', text);
  });

  it('says which code is wrong, and which nobody has', () => {
    assert.throws(
      () => resolve('FX-01588'),
      new CliTrouble('FX-01588 is no code: one of its signs is wrong. Ask for it again.'),
    );
    assert.throws(() => resolve('FX-J8MTA'), /No error here has the code FX-J8MTA/);
  });

  it('gives back what is unknown', () => assert.equal(resolve('git/nothing'), 'git/nothing'));
});
