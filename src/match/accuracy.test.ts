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

  it('reads what tools print in Chinese, wrapped and prefixed as in English', () => {
    const wanted: [entry: string, text: string][] = [
      ['git/not-a-git-repository', '$ git status\n致命错误：不是 git 仓库（或者任何父目录）：.git'],
      ['git/not-a-git-repository', 'fatal: 不是 git 仓库（或者任何父目录）：.git'],
      ['linux/no-space-left-on-device', "cp: 写入 '/mnt/data/a.tar' 时出错: 设备上没有空间"],
      ['linux/bash-command-not-found', './deploy.sh: 行 14: jq: 未找到命令'],
      [
        'c-cpp/undefined-reference-to',
        'main.c:(.text+0x1a)：对‘sqrt’未定义的引用\ncollect2: 错误：ld 返回 1',
      ],
      [
        'postgres/no-pg-hba-conf-entry-for-host',
        'psql: 错误: 连接到"10.0.0.7"上的服务器，端口5432失败：致命错误:  没有用于主机 "10.0.3.9", 用户 "app", 数据\n库 "shop", 没有加密 的 pg_hba.conf 记录',
      ],
    ];
    for (const [entry, text] of wanted) assert.equal(answerOf(text), entry, text);
    assert.equal(answerOf('编译成功，用时 3 秒，没有错误'), undefined);
    assert.equal(answerOf('错误：无法找到该页面，请稍后再试'), undefined);
  });

  it('packs into 60 KB for a thousand entries', () => {
    const bytes = brotliCompressSync(JSON.stringify(index)).length;
    assert.ok((bytes / inputs.length) * 1000 <= 60 * 1024, `${bytes} bytes for ${inputs.length} entries`);
  });
});
