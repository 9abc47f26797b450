import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findRelaxed, hasLoosely, normaliseQuery, splitWords } from './search-words.ts';

/** An index of two entries that finds what has all words. */
const ENTRIES = ['EADDRINUSE port already taken 端口 占用', 'git push rejected port'];
const find = async (words: string): Promise<string[]> =>
  ENTRIES.filter((entry) => words.split(' ').every((word) => entry.includes(word)));

describe('normaliseQuery', () => {
  it('makes full-width letters plain and drops quotes', () => {
    assert.equal(normaliseQuery('  “ＥＡＤＤＲＩＮＵＳＥ”　端口 '), 'EADDRINUSE 端口');
  });
});

describe('splitWords', () => {
  it('cuts Chinese into words, what is no known word into pairs, and the rest at spaces', () => {
    assert.deepEqual(splitWords('端口被占用 now 无效'), ['端口', '口被', '占用', 'now', '无效']);
    assert.deepEqual(splitWords('连接被拒绝nginx'), ['连接', '拒绝', 'nginx']);
    assert.deepEqual(splitWords('数据库'), ['数据']);
    assert.deepEqual(splitWords('库'), ['库']);
  });

  it('takes no more words of a log than it may search for', () => {
    const log = Array.from({ length: 500 }, (_, index) => `word${index}`).join(' ');
    assert.equal(splitWords(log).length, 12);
  });
});

describe('hasLoosely', () => {
  it('takes stems, codes in parts and Chinese in any order', () => {
    assert.ok(hasLoosely('Somebody pushed before you', 'pushing'));
    assert.ok(hasLoosely('ERR_MODULE_NOT_FOUND 502', 'err-module 502'));
    assert.ok(hasLoosely('端口被占用', '端口占用'));
  });

  it('refuses what merely begins alike', () => {
    assert.equal(hasLoosely('a zombie process', 'zzqqxxyy'), false);
    assert.equal(hasLoosely('reset by peer', 'reset zzzqq'), false);
    assert.equal(hasLoosely('status 502', '504'), false);
  });
});

describe('findRelaxed', () => {
  it('says nothing of words where all were found', async () => {
    assert.deepEqual(await findRelaxed(find, 'git push'), { results: [ENTRIES[1]], relaxed: null });
  });

  it('drops the words that no entry has', async () => {
    assert.deepEqual(await findRelaxed(find, '端口已被占用'), {
      results: [ENTRIES[0]],
      relaxed: '端口 占用',
    });
  });

  it('then drops the commonest', async () => {
    assert.deepEqual(await findRelaxed(find, 'port EADDRINUSE push'), {
      results: [ENTRIES[1]],
      relaxed: 'push',
    });
  });

  it('finds nothing where no word is known, or none is asked for', async () => {
    assert.deepEqual(await findRelaxed(find, 'nginx 崩溃'), { results: [], relaxed: null });
    assert.deepEqual(await findRelaxed(find, ' "" '), { results: [], relaxed: null });
  });
});
