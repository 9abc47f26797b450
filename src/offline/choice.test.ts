import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Choice, isChosen, readChoice, writeChoice } from './choice.ts';

const CHOICES: Choice[] = [
  { languages: ['en'], domains: null, trials: false },
  { languages: ['en', 'zh'], domains: ['git', 'c-cpp'], trials: true },
  { languages: ['zh'], domains: [], trials: false },
];

describe('a choice', () => {
  it('comes out of an address as it went in', () => {
    for (const choice of CHOICES) assert.deepEqual(readChoice(writeChoice(choice)), choice);
  });

  it('takes the parts of its languages and domains, and trials only where they are wanted', () => {
    const [all, some] = CHOICES as [Choice, Choice];
    const git = { domain: 'git', locale: 'en', trials: false } as const;
    assert.equal(isChosen(git, all), true);
    assert.equal(isChosen({ ...git, locale: 'zh' }, all), false);
    assert.equal(isChosen({ ...git, trials: true }, all), false);
    assert.equal(isChosen({ ...git, trials: true }, some), true);
    assert.equal(isChosen({ ...git, domain: 'node' }, some), false);
    assert.equal(isChosen({ domain: null, locale: null, trials: false }, some), true);
  });
});
