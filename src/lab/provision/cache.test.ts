import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildOnce, cacheFolder } from './cache.ts';
import { upstreamVersion } from './environment.ts';

const home = mkdtempSync(join(tmpdir(), 'fixrate-cache-'));
after(() => rmSync(home, { recursive: true, force: true }));

test('two that want the same build it once, and see it only when it is complete', async () => {
  const folder = join(home, 'both');
  let built = 0;
  const build = async (draft: string): Promise<void> => {
    built++;
    writeFileSync(join(draft, 'one'), '1');
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(!existsSync(folder), 'half of it was seen');
    writeFileSync(join(draft, 'two'), '2');
  };
  await Promise.all([buildOnce(folder, build), buildOnce(folder, build)]);
  assert.equal(built, 1);
  assert.deepEqual(readdirSync(folder).sort(), ['one', 'two']);
});

test('a build that fails leaves nothing, and the next one starts clean', async () => {
  const folder = join(home, 'failing');
  await assert.rejects(
    buildOnce(folder, async (draft) => {
      writeFileSync(join(draft, 'half'), '');
      throw new Error('no network');
    }),
    /no network/,
  );
  await buildOnce(folder, async (draft) => writeFileSync(join(draft, 'whole'), ''));
  assert.deepEqual(readdirSync(folder), ['whole']);
});

test('the lock and the draft of a killed process are swept away', async () => {
  const folder = join(home, 'killed');
  mkdirSync(`${folder}.lock`);
  writeFileSync(join(`${folder}.lock`, 'pid'), '999999999');
  mkdirSync(`${folder}.draft`);
  writeFileSync(join(`${folder}.draft`, 'half'), '');
  await buildOnce(folder, async (draft) => writeFileSync(join(draft, 'whole'), ''));
  assert.deepEqual(readdirSync(folder), ['whole']);
  assert.deepEqual(
    readdirSync(home).filter((name) => name.startsWith('killed.')),
    [],
  );
});

test('the cache stands where the environment says', () => {
  assert.equal(cacheFolder({ FIXRATE_LAB_CACHE: '/a', XDG_CACHE_HOME: '/b' }), '/a/fixrate-lab');
  assert.equal(cacheFolder({ XDG_CACHE_HOME: '/b' }), '/b/fixrate-lab');
});

test('Debian versions are reduced to those of upstream', () => {
  assert.equal(upstreamVersion('1:2.39.5-0+deb12u3'), '2.39.5');
  assert.equal(upstreamVersion('1.22.1-9+deb12u1'), '1.22.1');
  assert.equal(upstreamVersion('20.1.0-6'), '20.1.0');
  assert.equal(upstreamVersion('18.20.4+dfsg-1~deb12u1'), '18.20.4');
  assert.equal(upstreamVersion('2.6.12'), '2.6.12');
});
