import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { ContentTrouble } from '../errors.ts';
import { changedEntries } from './changed.ts';
import { isStale, sampleOf, shardOf } from './select.ts';

const folder = mkdtempSync(join(tmpdir(), 'fixrate-changed-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const entries = Array.from({ length: 40 }, (_, index) => ({
  id: `d/e-${index}`,
  trials: (index * 37) % 101,
}));

test('shards hold every entry once and are about as heavy', () => {
  const shards = [1, 2, 3, 4].map((index) => shardOf(entries, { index, count: 4 }, ({ trials }) => trials));
  assert.deepEqual(
    shards
      .flat()
      .map(({ id }) => id)
      .sort(),
    entries.map(({ id }) => id).sort(),
  );
  const weights = shards.map((shard) => shard.reduce((sum, { trials }) => sum + trials, 0));
  assert.ok(Math.max(...weights) - Math.min(...weights) <= 10, weights.join());
  const [first] = shards;
  const again = shardOf(entries.toReversed(), { index: 1, count: 4 }, ({ trials }) => trials);
  assert.deepEqual(again.map(({ id }) => id).sort(), first?.map(({ id }) => id).sort());
});

test('more shards than entries leave some empty', () => {
  const shards = [1, 2, 3].map((index) => shardOf(entries.slice(0, 2), { index, count: 3 }, () => 1));
  assert.deepEqual(
    shards.map(({ length }) => length),
    [1, 1, 0],
  );
});

test('samples come up with every entry before any comes again', () => {
  const days = [0, 1, 2, 3].map((day) => sampleOf(entries, 10, day).map(({ id }) => id));
  assert.equal(new Set(days.flat()).size, 40);
  assert.deepEqual(
    sampleOf(entries, 10, 4).map(({ id }) => id),
    days[0],
  );
  assert.equal(sampleOf(entries, 100, 3).length, 40);
  assert.equal(sampleOf(entries, 15, 2).length, 15, 'one that goes past the end');
});

test('an entry is stale once its results are older than so many days, or where there are none', () => {
  const now = new Date('2026-03-10T12:00:00Z');
  const measured = (date: string) => ({ previous: { date } }) as Parameters<typeof isStale>[0];
  assert.ok(isStale({ previous: null }, 30, now));
  assert.ok(isStale(measured('2026-03-01'), 9, now));
  assert.ok(!isStale(measured('2026-03-01'), 10, now));
});

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=lab', '-c', 'user.email=lab@localhost', ...args], {
    cwd: folder,
    stdio: 'ignore',
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test('entries have changed where their facts or lab file differ from where the branch left its base', () => {
  const content = join(folder, 'content');
  for (const id of ['d/same', 'd/edited', 'd/prose', 'd/dirty', 'd/on-main']) {
    for (const name of ['entry.yaml', 'en.mdx', 'lab.yaml']) write(`content/errors/${id}/${name}`, '1');
  }
  git('init', '-b', 'main');
  git('add', '.');
  git('commit', '-m', 'Begin');
  git('checkout', '-b', 'work');
  write('content/errors/d/edited/lab.yaml', '2');
  write('content/errors/d/prose/en.mdx', '2');
  git('commit', '-am', 'Edit');
  git('checkout', 'main');
  write('content/errors/d/on-main/lab.yaml', '2');
  git('commit', '-am', 'Go on');
  git('checkout', 'work');
  write('content/errors/d/dirty/entry.yaml', '2');
  write('content/errors/d/new/entry.yaml', '1');
  assert.deepEqual([...changedEntries(content, '')].sort(), ['d/dirty', 'd/edited', 'd/new']);
  assert.deepEqual([...changedEntries(content, 'HEAD')].sort(), ['d/dirty', 'd/new']);
  assert.throws(
    () => changedEntries(content, 'nowhere'),
    (error) => {
      assert.ok(error instanceof ContentTrouble);
      assert.match(error.message, /git does not know nowhere.*\n.*--changed BASE/);
      return true;
    },
  );
});
