import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ContentTrouble } from '../errors.ts';
import { readOptions } from './options.ts';

function refuses(args: string, message: RegExp): void {
  assert.throws(
    () => readOptions(args.split(' ')),
    (error) => error instanceof ContentTrouble && message.test(error.message),
    args,
  );
}

test('options that make no sense are refused in words', () => {
  refuses('--shard 3/2', /--shard 3\/2: give a part and the number of parts, as in 2\/8/);
  refuses('--sample some', /--sample some: give a whole number from 1 on/);
  refuses('--seed 3', /--sample N too/);
  refuses('--watch', /--watch is for one entry: give its id/);
  refuses('--shell port-held', /--shell is for one entry/);
  refuses('--verify --update a/b', /leave --update out/);
  refuses('--verify --watch a/b', /give one of them/);
});

test('--changed stands with and without a base', () => {
  const changed = (...args: string[]) => readOptions(args).changed;
  assert.equal(changed(), undefined);
  assert.equal(changed('--changed'), '');
  assert.equal(changed('--changed', '--verify'), '');
  assert.equal(changed('--changed', 'origin/main', '--verify'), 'origin/main');
  assert.equal(changed('--changed=v1'), 'v1');
});

test('what compares or is stale is measured anew', () => {
  assert.ok(!readOptions([]).fresh);
  for (const args of [['--verify'], ['--stale', '30'], ['--update'], ['--fresh']])
    assert.ok(readOptions(args).fresh);
});
