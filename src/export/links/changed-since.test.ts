import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixtureEntry } from '../fixture.ts';
import { historyToJson } from '../json/changes-to-json.ts';
import { changedSince } from './changed-since.ts';

const history = historyToJson(fixtureEntry(), { origin: 'https://kb.example', base: '/kb/' });

describe('changedSince', () => {
  it('gathers what changed after the revision, whole or cut', () => {
    for (const revision of ['aaaaaaaaaa', 'aaaaaa']) {
      const since = changedSince(history, revision);
      assert.deepEqual(since?.changes, ['rates', 'text.en']);
      assert.deepEqual(since?.from.fixed, { proven: 1, causes: 3 });
    }
  });

  it('finds nothing new in the latest', () =>
    assert.deepEqual(changedSince(history, 'bbbbbbbbbb')?.changes, []));

  it('knows no other', () => {
    for (const revision of ['', 'aaaaa', 'cccccccccc', 'aaaaaaaaaab'])
      assert.equal(changedSince(history, revision), null, revision);
  });
});
