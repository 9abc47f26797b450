import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { wantedPackage } from './carriers.ts';
import { finishPackages, linkPrograms } from './programs.ts';

const home = mkdtempSync(join(tmpdir(), 'fixrate-programs-'));
after(() => rmSync(home, { recursive: true, force: true }));

/** Lay a package into a prefix as npm would. */
function lay(prefix: string, name: string, manifest: object, files: Record<string, number>): void {
  const folder = join(prefix, 'node_modules', name);
  for (const [path, mode] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), name, { mode });
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, ...manifest }));
}

test('the programs of what was asked for are on the PATH, those of what it brings are not', async () => {
  const prefix = join(home, 'asked');
  lay(prefix, 'tool', { bin: 'cli.js' }, { 'cli.js': 0o644 });
  lay(
    prefix,
    '@acme/many',
    { bin: { a: 'bin/a.js', b: './bin/b.js' } },
    { 'bin/a.js': 0o644, 'bin/b.js': 0o644 },
  );
  lay(prefix, 'brought', { bin: { brought: 'x.js' } }, { 'x.js': 0o755 });
  await linkPrograms(prefix, [wantedPackage('tool', '1'), wantedPackage('@acme/many', '1')]);
  assert.deepEqual(readdirSync(join(prefix, 'bin')).sort(), ['a', 'b', 'tool']);
  assert.equal(readlinkSync(join(prefix, 'bin/tool')), '../node_modules/tool/cli.js');
});

test('of two versions side by side the one under its own name has the program', async () => {
  const prefix = join(home, 'both');
  lay(
    prefix,
    'typescript-5',
    { name: 'typescript', bin: { tsc: 'tsc', tsserver: 'tsserver' } },
    { tsc: 0o755, tsserver: 0o755 },
  );
  lay(prefix, 'typescript', { bin: { tsc: 'tsc' } }, { tsc: 0o755 });
  await linkPrograms(prefix, [
    wantedPackage('typescript-5', 'npm:typescript@5'),
    wantedPackage('typescript', '7'),
  ]);
  assert.equal(readlinkSync(join(prefix, 'bin/tsc')), '../node_modules/typescript/tsc');
  assert.equal(readlinkSync(join(prefix, 'bin/tsserver')), '../node_modules/typescript-5/tsserver');
});

test('a package that names no program has its executable files', async () => {
  const prefix = join(home, 'unnamed');
  lay(prefix, '@acme/linux-x64', {}, { acme: 0o755, 'README.md': 0o644, 'bin/acmectl': 0o755 });
  await linkPrograms(prefix, [wantedPackage('@acme/linux-x64', '1')]);
  assert.deepEqual(readdirSync(join(prefix, 'bin')).sort(), ['acme', 'acmectl']);
});

test('a program or a link that leads out of its package is not made', async () => {
  const prefix = join(home, 'hostile');
  const postgres = wantedPackage('postgres', '16', 'x64');
  writeFileSync(join(home, 'outside'), '');
  lay(prefix, 'tool', { bin: { out: '../../../outside', abs: '/etc/passwd' } }, { 'a.js': 0o644 });
  lay(prefix, postgres.folder, {}, { 'native/lib/libpq.so.5.16': 0o644 });
  writeFileSync(
    join(prefix, 'node_modules', postgres.folder, 'native/pg-symlinks.json'),
    JSON.stringify([
      { source: 'native/lib/libpq.so.5.16', target: 'native/lib/libpq.so.5' },
      { source: '../../../outside', target: 'native/lib/in' },
      { source: 'native/lib/libpq.so.5.16', target: '../../../../made' },
    ]),
  );
  await finishPackages(join(prefix, 'node_modules'), [postgres]);
  await linkPrograms(prefix, [wantedPackage('tool', '1')]);
  const lib = join(prefix, 'node_modules', postgres.folder, 'native/lib');
  assert.equal(readlinkSync(join(lib, 'libpq.so.5')), 'libpq.so.5.16');
  assert.deepEqual(readdirSync(lib).sort(), ['libpq.so.5', 'libpq.so.5.16']);
  assert.deepEqual(readdirSync(join(prefix, 'bin')), []);
  assert.ok(!existsSync(join(home, 'made')));
});
