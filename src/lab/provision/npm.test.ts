import assert from 'node:assert/strict';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Unavailable } from '../errors.ts';
import { ownCache, startRegistry } from '../registry/fixture.ts';
import { provideNpm } from './npm.ts';

ownCache();
const cli = { bin: 'cli.js', files: { 'cli.js': '#!/usr/bin/env node\n' } };
const registry = await startRegistry({
  own: {
    'tool@1.0.0': cli,
    'tool@1.1.0': { ...cli, scripts: { install: 'touch ran' } },
    'tool@2.0.0': cli,
    'plugin@1.0.0': { ...cli, peerDependencies: { tool: '^1.0.0' } },
    'wrapper@1.0.0': { ...cli, dependencies: { tool: '^1.0.0' } },
  },
});
process.env['npm_config_registry'] = registry.address;
after(() => registry.stop());

test('what was resolved once is kept; an earlier run can hold it to an older version', async () => {
  const first = await provideNpm({ tool: '1' });
  assert.deepEqual(first.versions, { tool: '1.1.0' });
  assert.deepEqual(readdirSync(join(first.folder, 'bin')), ['tool']);
  assert.ok(!readdirSync(join(first.folder, 'node_modules/tool')).includes('ran'), 'an install script ran');
  assert.equal((await provideNpm({ tool: '1' })).folder, first.folder);
  const pinned = await provideNpm({ tool: '1' }, { pins: { tool: '1.0.0' } });
  assert.deepEqual(pinned.versions, { tool: '1.0.0' });
  const other = await provideNpm({ tool: '2' }, { pins: { tool: '1.0.0' } });
  assert.deepEqual(other.versions, { tool: '2.0.0' }, 'a version that is no longer asked for');
});

test('a package and what another brings of it do not get in each other’s way', async () => {
  const { folder, versions } = await provideNpm({ tool: '2', wrapper: '1', 'tool-1': 'npm:tool@1.0' });
  assert.deepEqual(versions, { tool: '2.0.0', wrapper: '1.0.0', 'tool-1': '1.0.0' });
  assert.equal(readlinkSync(join(folder, 'bin/tool')), '../node_modules/tool/cli.js');
  const brought = join(folder, 'node_modules/wrapper/node_modules/tool/package.json');
  assert.equal(JSON.parse(readFileSync(brought, 'utf8')).version, '1.1.0');
});

test('tools whose peers contradict each other stand side by side all the same', async () => {
  const { versions } = await provideNpm({ tool: '2', plugin: '1' });
  assert.deepEqual(versions, { tool: '2.0.0', plugin: '1.0.0' });
});

test('what does not exist is said in one sentence', async () => {
  const says = (sentence: string) => (error: unknown) =>
    error instanceof Unavailable && error.message === sentence;
  await assert.rejects(provideNpm({ tool: '9' }), says('npm has no tool@9.'));
  await assert.rejects(provideNpm({ nothing: '1' }), says('npm has no package nothing.'));
});
