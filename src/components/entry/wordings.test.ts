import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fragmentOf } from './wordings.ts';

describe('fragmentOf', () => {
  it('leaves out the words that others end with too', () => {
    assert.deepEqual(
      fragmentOf('recv() failed (104: reset) while reading response header', [
        'upstream closed connection while reading response header',
      ]),
      { text: 'recv() failed (104: reset)', cut: true },
    );
  });

  it('keeps a line whole where too little would be left, or nothing is alone', () => {
    assert.deepEqual(fragmentOf('a while reading it', ['b while reading it']), {
      text: 'a while reading it',
      cut: false,
    });
    assert.deepEqual(fragmentOf('address already in use', []), {
      text: 'address already in use',
      cut: false,
    });
  });

  it('takes the line of a message that no other wording has', () => {
    const last = "error: failed to push some refs to '{url}'";
    assert.deepEqual(
      fragmentOf(`! [rejected]        {branch} (fetch first)\n${last}`, [
        `! [rejected]        {branch} (non-fast-forward)\n${last}`,
      ]),
      { text: '! [rejected] {branch} (fetch first)', cut: false },
    );
  });
});
