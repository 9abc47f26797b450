import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { buildArguments, runArguments } from './command.ts';

const project = resolve(import.meta.dirname, '../../..');
const plan = {
  project,
  content: '/home/me/my content',
  nodeVersion: '24.21.0',
  args: ['--docker', '--cause', 'a', '--content', '/home/me/my content', '--content=x', 'tiny/entry'],
  env: { SECRET: 'of-the-host', FIXRATE_LAB_MIRROR: 'http://mirror.example/debian' },
};

test('the image is built from a file that is there, with the Node of the project', () => {
  const args = buildArguments(plan);
  const file = args[args.indexOf('--file') + 1] ?? '';
  assert.ok(existsSync(file), file);
  assert.ok(args.includes('NODE_VERSION=24.21.0'));
  const text = readFileSync(file, 'utf8');
  for (const [, path] of text.matchAll(/\/fixrate\/(src\/\S+?)"/g))
    assert.ok(existsSync(join(project, path ?? '')), path);
});

test('the lab runs over the content, with the arguments that were given, and with no more rights than it needs', () => {
  const args = runArguments(plan);
  assert.deepEqual(args.slice(args.indexOf('fixrate-lab') + 1), ['--cause', 'a', 'tiny/entry']);
  assert.ok(args.includes('type=bind,source=/home/me/my content,target=/fixrate/content'));
  assert.ok(args.includes('type=volume,source=fixrate-lab-cache,target=/var/cache/fixrate'));
  assert.ok(args.includes('FIXRATE_LAB_MIRROR=http://mirror.example/debian'));
  assert.ok(!args.includes('--privileged'));
  assert.doesNotMatch(args.join(' '), /of-the-host|docker\.sock|--network/);
});

test('a path that would become another mount is refused', () => {
  assert.throws(
    () => runArguments({ ...plan, content: '/a,source=/' }),
    /cannot mount \/a,source=\/: move it/,
  );
});
