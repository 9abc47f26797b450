import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { CommandResult } from '../provision/command.ts';
import { runNpm } from '../provision/host-npm.ts';
import { ownCache, startRegistry } from './fixture.ts';

ownCache();
const home = mkdtempSync(join(tmpdir(), 'fixrate-registry-'));
const registry = await startRegistry({
  own: {
    '@acme/ui@1.0.0': {
      peerDependencies: { acme: '^1.0.0' },
      files: { 'index.js': 'module.exports = "ui"' },
    },
    '@acme/secret@1.0.0': {},
    'acme@1.0.0': { bin: 'cli.js', files: { 'cli.js': '#!/usr/bin/env node\n' } },
    'acme@1.1.0': { dependencies: { '@acme/ui': '1.0.0' } },
    'acme@2.0.0-beta.1': {},
    'broken@1.0.0': { tarball: 'damaged' },
    'lost@1.0.0': { tarball: 'missing' },
  },
  tags: { acme: { next: '2.0.0-beta.1' } },
  users: {
    ann: { token: 'npm_ann', password: 'pass' },
    bob: { token: 'npm_bob', otp: '123456' },
  },
  private: {
    '@acme/secret': { readers: ['ann'] },
    '@closed': { refuse: 401, challenge: 'Basic realm="Acme"' },
  },
  publishers: { acme: ['ann'] },
  faults: [
    { path: '/acme/-/acme-1.0.0', cut: true, times: 1 },
    { path: '/down', status: 503, body: '<h1>down</h1>' },
  ],
});
after(() => {
  registry.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Run npm in a project of its own against the registry. */
async function npm(
  args: string[],
  manifest: object = {},
  config = '',
): Promise<CommandResult & { project: string }> {
  const project = mkdtempSync(join(home, 'project-'));
  const { host } = new URL(registry.address);
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'app', version: '1.0.0', ...manifest }),
  );
  writeFileSync(
    join(project, '.npmrc'),
    `registry=${registry.address}\ncache=${join(project, 'cache')}\nfetch-retry-mintimeout=10\n${config.replaceAll('HOST', host)}`,
  );
  return { project, ...(await runNpm(args, { cwd: project })) };
}

async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(path, registry.address), { headers });
}

test('npm installs packages of an author with what they depend on, and peers are as they say', async () => {
  const { code, stderr, project } = await npm(['install', 'acme@1.1.0', '--ignore-scripts']);
  assert.equal(code, 0, stderr);
  assert.equal(
    readFileSync(join(project, 'node_modules/@acme/ui/index.js'), 'utf8'),
    'module.exports = "ui"',
  );
  const clash = await npm(['install', '@acme/ui'], { dependencies: { acme: '2.0.0-beta.1' } });
  assert.match(clash.stderr, /code ERESOLVE/);
});

test('latest is the highest release, and a tag is what the author says', async () => {
  const { 'dist-tags': tags } = (await (await ask('acme')).json()) as { 'dist-tags': object };
  assert.deepEqual(tags, { latest: '1.1.0', next: '2.0.0-beta.1' });
});

test('what is not there is not found, in the words of npm', async () => {
  const { stderr } = await npm(['install', 'no-such-package-here']);
  assert.match(stderr, /code E404/);
  assert.match(stderr, /404 Not Found - GET http:\S+no-such-package-here - Not found/);
  assert.match((await npm(['install', 'acme@9'])).stderr, /code ETARGET/);
});

test('a private package shows itself to its readers alone', async () => {
  assert.equal((await ask('@acme%2fsecret')).status, 404);
  assert.equal((await ask('@acme%2fsecret', { authorization: 'Bearer npm_bob' })).status, 404);
  assert.equal((await ask('@acme%2fsecret', { authorization: 'Bearer npm_ann' })).status, 200);
  const closed = await ask('@closed%2fany');
  assert.deepEqual([closed.status, closed.headers.get('www-authenticate')], [401, 'Basic realm="Acme"']);
});

test('a tarball that is damaged, missing or cut off is told from a good one', async () => {
  assert.match((await npm(['install', 'broken'])).stderr, /code EINTEGRITY/);
  assert.match((await npm(['install', 'lost'])).stderr, /code E404/);
  await assert.rejects((await ask('acme/-/acme-1.0.0.tgz')).arrayBuffer());
  assert.ok((await (await ask('acme/-/acme-1.0.0.tgz')).arrayBuffer()).byteLength > 0, 'it was cut once');
  assert.equal((await ask('down')).status, 503);
});

test('publishing takes a user, the right to it, and a version that is not there yet', async () => {
  const publish = (manifest: object, token: string, ...more: string[]) =>
    npm(['publish', ...more], manifest, `//HOST/:_authToken=${token}\n`);
  const first = await publish({ name: 'fresh' }, 'npm_ann');
  assert.equal(first.code, 0, first.stderr);
  const fresh = (await (await ask('fresh')).json()) as { versions: object };
  assert.deepEqual(Object.keys(fresh.versions), ['1.0.0']);
  assert.match(
    (await publish({ name: 'fresh' }, 'npm_ann')).stderr,
    /annot publish over the previously published versions: 1\.0\.0/,
  );
  assert.match((await publish({ name: 'fresh', version: '1.1.0' }, 'wrong')).stderr, /code E401/);
  assert.match(
    (await publish({ name: 'acme', version: '3.0.0' }, 'npm_bob', '--otp=123456')).stderr,
    /code E403/,
  );
  assert.match((await publish({ name: 'other' }, 'npm_bob')).stderr, /code EOTP/);
  assert.match((await publish({ name: '@new/one' }, 'npm_ann')).stderr, /402 Payment Required/);
  assert.equal((await publish({ name: '@new/one' }, 'npm_ann', '--access=public')).code, 0);
});
