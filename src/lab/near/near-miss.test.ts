import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { PlaceholderSchema, SignatureSchema } from '../../entry/schema/signature.ts';
import { compileSignatures } from '../../entry/signature-pattern.ts';
import { NearMisses } from './collect.ts';
import { formatDifference, formatNearMiss, signatureYaml } from './format.ts';
import { type NearMiss, nearMissFinder } from './near-miss.ts';

const PLACEHOLDERS = z.record(z.string(), PlaceholderSchema).parse({
  host: { kind: 'host', example: '::' },
  port: { kind: 'port', example: 3000 },
  branch: { kind: 'branch', example: 'main' },
  url: { kind: 'url', example: 'origin' },
  path: { kind: 'path', example: '/srv/app' },
  symbol: { kind: 'name', example: 'x' },
});

function entry(...signatures: unknown[]) {
  return { signatures: z.array(SignatureSchema).parse(signatures), placeholders: PLACEHOLDERS };
}

function nearest(output: string, ...signatures: unknown[]): NearMiss {
  const [first] = nearMissFinder(entry(...signatures))(output);
  assert.ok(first !== undefined, 'nothing comes close');
  return first;
}

const IN_USE = 'Error: listen EADDRINUSE: address already in use {host}:{port}';

describe('nearMissFinder', () => {
  it('finds another wording, with what differs word by word and the placeholders where they were', () => {
    const miss = nearest(
      'at x\n12:00:01 Error: listen EADDRINUSE: address is already used 127.0.0.1:80\n',
      IN_USE,
    );
    assert.equal(
      formatDifference(miss.alignment.pairs),
      'Error: listen EADDRINUSE: address {+is+} already [-in use-]{+used+} {host}:{port}',
    );
    assert.equal(
      signatureYaml(miss, undefined),
      "- 'Error: listen EADDRINUSE: address is already used {host}:{port}'",
    );
  });

  it('gives a line of YAML that is a signature which matches what was printed', () => {
    const cases: [printed: string, signature: string][] = [
      ['Error: listen EADDRINUSE: address already taken :::3000', IN_USE],
      [
        "! [rejected] main -> main (stale info)\nerror: failed to push some refs to 'hub'",
        "! [rejected] {branch} -> {branch} (fetch first)\nerror: failed to push some refs to '{url}'",
      ],
      [
        '[error] 9#9: *1 readv() failed (104: Connection reset by peer) while reading upstream, client: ::1',
        'recv() failed (104: Connection reset by peer) while reading response header from upstream',
      ],
      ['java.net.BindException: Address already in use', 'Error: EADDRINUSE, Address already in use'],
      [
        "a.c:1:21: error: 'x' undeclared (first use in this function)",
        'error: ‘{symbol}’ undeclared (first use in this function)',
      ],
      ['致命错误：不是 git 仓库：/srv/{app}', '致命错误：不是一个 git 仓库：{path}'],
    ];
    for (const [printed, signature] of cases) {
      const miss = nearest(printed, signature);
      const pasted = parse(signatureYaml(miss, undefined)) as unknown[];
      const matcher = compileSignatures(entry(...pasted).signatures, PLACEHOLDERS);
      assert.ok(matcher.match(printed), `${JSON.stringify(pasted)} does not match ${printed}`);
      assert.equal(compileSignatures(entry(signature).signatures, PLACEHOLDERS).match(printed), null);
    }
  });

  it('notes the language of a locale', () => {
    const miss = nearest('错误：无法推送一些引用到“hub”', '错误：推送一些引用到“{url}”失败');
    assert.deepEqual(parse(signatureYaml(miss, 'zh_CN.UTF-8')), [
      { text: '错误：无法推送一些引用到“{url}”', locale: 'zh_CN' },
    ]);
  });

  it('is silent on what a signature knows and on messages that merely share words with one', () => {
    const find = nearMissFinder(
      entry(
        IN_USE,
        '502 Bad Gateway',
        'connect() failed (111: Connection refused) while connecting to upstream',
      ),
    );
    const others = [
      'Error: listen EADDRINUSE: address already in use :::3000',
      'Error: listen EACCES: permission denied 0.0.0.0:80',
      'Error: connect ECONNREFUSED 127.0.0.1:80',
      '504 Gateway Time-out',
      'recv() failed (104: Connection reset by peer) while reading response header from upstream',
      'upstream timed out (110: Connection timed out) while reading response header from upstream',
      'upstream prematurely closed connection while reading response header from upstream',
      'the address is in use already, says the error that listens on this port',
      '',
    ];
    for (const text of others) assert.deepEqual(find(text), [], text);
  });

  it('leaves alone the lines of a signature of several lines', () => {
    const lines =
      "! [rejected] {branch} -> {branch} (fetch first)\nerror: failed to push some refs to '{url}'";
    const find = nearMissFinder(entry(lines, "error: failed to push some refs to '{url}'"));
    assert.deepEqual(
      find("! [rejected] main -> main (fetch first)\nerror: failed to push some refs to 'hub'"),
      [],
    );
  });
});

describe('NearMisses', () => {
  it('tells a wording once, however often and wherever it was printed', () => {
    const near = new NearMisses(entry(IN_USE), 'content/errors/a/b/entry.yaml');
    const at = (cause: string) => ({ environment: 'node-26', cause, locale: undefined });
    const said = (pid: number): string =>
      `2026-01-01 00:00:01 [${pid}] Error: listen EADDRINUSE: address is in use :::3000`;
    assert.equal(near.add(said(27001), at('held')).length, 1);
    assert.equal(near.add(said(27002), at('twice')).length, 0);
    const [told = ''] = near.tellAll();
    assert.match(told, /\(\d\d % of its words\), node-26 held and 1 more:/);
    assert.match(told, /add under signatures in content\/errors\/a\/b\/entry.yaml:\n {6}- 'Error: listen/);
  });

  it('keeps an output of many lines in hand', () => {
    const find = nearMissFinder(entry(IN_USE));
    const noise = Array.from(
      { length: 5000 },
      (_, n) => `line ${n}: address of listener ${n} already in use by job`,
    );
    assert.deepEqual(find(noise.join('\n')), []);
    assert.match(
      formatNearMiss(nearest('Error: listen EADDRINUSE: address in use :::1', IN_USE), 'e c', 'f'),
      /^close to/,
    );
  });
});
