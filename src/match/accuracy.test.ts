import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { readInputs, readNearMisses, readPastes } from '../../tests/match/corpus.ts';
import { createMatcher } from './matcher.ts';
import { packIndex } from './pack.ts';

// The bars of the bench (npm run bench:match), so that a change cannot lower them unseen.
const inputs = readInputs(true);
const index = packIndex(inputs);
const matcher = createMatcher(index);
const pastes = readPastes();

function answerOf(text: string): string | undefined {
  return matcher.match(text).matches[0]?.entry;
}

describe('the matcher on real pastes', () => {
  it('names the right entry first for 97 of 100', () => {
    const known = pastes.filter(({ expect }) => expect.length > 0);
    const right = known.filter(({ text, expect }) => expect.includes(answerOf(text) ?? ''));
    assert.ok(known.length >= 200);
    assert.ok(right.length >= 0.97 * known.length, `${right.length} of ${known.length}`);
  });

  it('stays silent on errors that it does not know and on harmless logs', () => {
    const unknown = pastes.filter(({ expect }) => expect.length === 0);
    const answered = unknown.filter(({ text }) => answerOf(text) !== undefined);
    assert.ok(unknown.length >= 80);
    assert.ok(answered.length <= 0.02 * unknown.length, answered.map(({ id }) => id).join(', '));
    assert.deepEqual(
      answered.filter(({ kind }) => kind === 'harmless'),
      [],
    );
    const near = readNearMisses().filter((text) => answerOf(text) !== undefined);
    assert.ok(near.length <= 10, near.join('\n'));
  });

  it('finds every signature by its own words', () => {
    const missed = inputs.flatMap(({ id, signatures }) => {
      const [text = ''] = signatures;
      const plain = text.replace(/\{[\w.]+\}/g, 'x1').replace(/\\/g, '');
      return matcher.match(plain).matches.some(({ entry }) => entry === id) ? [] : [plain];
    });
    assert.ok(missed.length <= 0.06 * inputs.length, `${missed.length}:\n${missed.join('\n')}`);
  });

  it('packs into 60 KB for a thousand entries', () => {
    const bytes = brotliCompressSync(JSON.stringify(index)).length;
    assert.ok((bytes / inputs.length) * 1000 <= 60 * 1024, `${bytes} bytes for ${inputs.length} entries`);
  });
});
