import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digestEnglish, stepOf } from './in-step.ts';

describe('digestEnglish', () => {
  it('changes with the words and not with where their lines break', () => {
    assert.equal(digestEnglish('A port\nis taken.\n'), digestEnglish('A port is taken.'));
    assert.notEqual(digestEnglish('A port is taken.'), digestEnglish('A port was taken.'));
    assert.match(digestEnglish(''), /^[0-9a-f]{12}$/);
  });
});

describe('stepOf', () => {
  it('tells what follows the present text from what follows an older one, or says nothing', () => {
    const english = 'A port is taken.';
    assert.equal(stepOf(digestEnglish(english), english), 'in-step');
    assert.equal(stepOf(digestEnglish('A port was taken.'), english), 'stale');
    assert.equal(stepOf(null, english), 'unrecorded');
  });
});
