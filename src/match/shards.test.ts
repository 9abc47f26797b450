import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { readInputs } from '../../tests/match/corpus.ts';
import { multiplyInputs } from '../../tests/match/multiply.ts';
import { createMatcher } from './matcher.ts';
import { packIndex } from './pack.ts';
import { createRouter } from './route.ts';
import { joinShards, shardIndex } from './shards.ts';

const inputs = readInputs(true);

describe('an index in shards', () => {
  it('names few shards for any text', () => {
    const { router, shards } = shardIndex(packIndex(inputs), 8);
    const route = createRouter(router);
    const everything = inputs.flatMap(({ signatures }) => signatures).join('\n');
    assert.ok(shards.length > 60);
    assert.equal(route(everything).length, 8);
    assert.deepEqual(route(''), []);
    assert.deepEqual(route('zzyzx qwfp'), []);
  });

  it('weighs words as the whole index does', () => {
    const index = packIndex(inputs);
    const { router, shards } = shardIndex(index, 16);
    const text = 'Error: listen EADDRINUSE: address already in use :::3000';
    const whole = createMatcher(index).match(text).matches;
    const numbers = createRouter(router)(text);
    const joined = joinShards(
      router,
      shards.filter((_, number) => numbers.includes(number)),
    );
    assert.ok(whole.length > 0);
    assert.deepEqual(createMatcher(joined.index, joined.whole).match(text).matches, whole);
    assert.notDeepEqual(
      createMatcher(joined.index).match(text).matches[0]?.words,
      whole[0]?.words,
      'a part alone does not know how common its words are',
    );
  });

  it('takes 150 KB for one search of ten thousand entries', () => {
    const { router, shards } = shardIndex(packIndex(multiplyInputs(inputs, 10_000)));
    const bytes = (value: unknown): number => brotliCompressSync(JSON.stringify(value)).length;
    const largest = [...shards]
      .sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)
      .slice(0, 8);
    const sum = largest.reduce((total, shard) => total + bytes(shard), bytes(router));
    assert.ok(sum <= 150 * 1024, `${sum} bytes, ${bytes(router)} of them to find the shards`);
  });
});
