import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readInputs, readPastes } from '../../tests/match/corpus.ts';
import { matchFiles } from '../export/match/match-index.ts';
import { loadIndex } from './match-parts.ts';

const inputs = readInputs(true);

/** A site with this index, and what was fetched of it. */
function siteWith(mostWhole: number) {
  const files = new Map(matchFiles(inputs, mostWhole).map(({ path, text }) => [path, text]));
  const fetched: string[] = [];
  const fetchJson = async (path: string): Promise<unknown> => {
    const text = files.get(path);
    assert.ok(text !== undefined, path);
    fetched.push(path);
    return JSON.parse(text);
  };
  return { files, fetched, fetchJson };
}

describe('the match index in a browser', () => {
  it('is fetched whole while it is small', async () => {
    const { fetched, files, fetchJson } = siteWith(inputs.length);
    const { matcherFor } = await loadIndex(fetchJson);
    const text = 'Error: listen EADDRINUSE: address already in use :::3000';
    const [match] = (await matcherFor(text)).match(text).matches;
    assert.equal(match?.entry, 'node/err-address-already-in-use-eaddrinuse');
    assert.equal(files.size, 2);
    assert.equal(fetched.length, 2);
  });

  it('is fetched in the few parts that a text needs where it is large, and answers alike', async () => {
    const whole = await loadIndex(siteWith(inputs.length).fetchJson);
    const { files, fetched, fetchJson } = siteWith(0);
    const { matcherFor } = await loadIndex(fetchJson);
    assert.equal(fetched.length, 2, 'what says which parts');
    const text = 'Error: listen EADDRINUSE: address already in use :::3000';
    const report = (await matcherFor(text)).match(text);
    assert.ok(fetched.length > 2 && fetched.length < files.size / 2, `${fetched.length} of ${files.size}`);
    assert.deepEqual(report.matches, (await whole.matcherFor(text)).match(text).matches);
    const before = fetched.length;
    await matcherFor(text);
    assert.equal(fetched.length, before, 'nothing is fetched twice');
  });

  it('gives the first answer of the whole index on 98 of 100 real pastes', async () => {
    const whole = await loadIndex(siteWith(inputs.length).fetchJson);
    const parts = await loadIndex(siteWith(0).fetchJson);
    const pastes = readPastes();
    const other: string[] = [];
    for (const { id, text } of pastes) {
      const first = (await whole.matcherFor(text)).match(text).matches[0]?.entry;
      if ((await parts.matcherFor(text)).match(text).matches[0]?.entry !== first) other.push(id);
    }
    assert.ok(other.length <= 0.02 * pastes.length, other.join('\n'));
  });

  it('tries again what could not be fetched', async () => {
    const { fetchJson } = siteWith(0);
    let online = true;
    const { matcherFor } = await loadIndex(async (path) => {
      if (!online) throw new Error('offline');
      return fetchJson(path);
    });
    online = false;
    const text = 'sorry, too many clients already';
    await assert.rejects(matcherFor(text), /offline/);
    online = true;
    assert.ok((await matcherFor(text)).match(text).matches.length > 0);
  });
});
