import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';

const GUARD = join(import.meta.dirname, 'guard.cjs');
const roots: string[] = [];

/** Run the guard in a project of its own that wants a given Node and has these files. */
function guard(wanted: string, files: string[]): { status: number | null; text: string } {
  const root = mkdtempSync(join(tmpdir(), 'guard-'));
  roots.push(root);
  for (const name of ['scripts/guard.cjs', ...files]) mkdirSync(join(root, name, '..'), { recursive: true });
  for (const name of files) writeFileSync(join(root, name), '');
  copyFileSync(GUARD, join(root, 'scripts/guard.cjs'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ devDependencies: { node: wanted } }));
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/guard.cjs')], {
    encoding: 'utf8',
  });
  return { status, text: stderr.replaceAll(root, 'ROOT') };
}

after(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

describe('the guard before every command', () => {
  const astro = 'node_modules/astro/package.json';
  const node = 'node_modules/.bin/node';

  it('is silent where all is as it should be', () => {
    assert.deepEqual(guard(process.versions.node, [astro, node]), { status: 0, text: '' });
  });

  it('says in one sentence what to do where packages are missing', () => {
    const { status, text } = guard(process.versions.node, []);
    assert.equal(status, 1);
    assert.equal(text, 'The packages of this project are not installed: run `npm ci` in ROOT.\n');
  });

  it('says so where install scripts were off, so that the own Node is missing', () => {
    const { status, text } = guard('99.0.0', [astro]);
    assert.equal(status, 1);
    assert.match(text, /^The project's own Node 99\.0\.0 .*run `npm ci --ignore-scripts=false`\.\n$/);
  });

  it('says so where a script is started with another Node', () => {
    const { status, text } = guard('99.0.0', [astro, node]);
    assert.equal(status, 1);
    assert.match(text, /^This is Node .*: use its npm scripts, such as `npm start` and `npm test`\.\n$/);
  });

  it('is written so that the oldest Nodes can read it', () => {
    const source = readFileSync(GUARD, 'utf8');
    assert.doesNotMatch(source, /=>|\bconst\b|\blet\b|\$\{|\?\.|node:|\bimport\b/);
  });
});
