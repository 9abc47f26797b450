import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { moveAside } from './move-aside.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fixrate-output-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function built(): string {
  const dist = join(root, 'dist');
  mkdirSync(join(dist, 'git/x'), { recursive: true });
  writeFileSync(join(dist, 'git/x/index.html'), 'page');
  return dist;
}

describe('the output of the build before', () => {
  it('is moved out of the way, beside what an interrupted build left', () => {
    const aside = join(root, 'cache/removed');
    const dist = built();
    assert.equal(moveAside(dist, aside), join(aside, '0'));
    assert.equal(existsSync(dist), false);
    assert.equal(moveAside(built(), aside), join(aside, '1'));
    assert.equal(existsSync(dist), false);
  });

  it('may be absent', () => {
    assert.equal(moveAside(join(root, 'dist'), join(root, 'removed')), null);
  });

  it('stays where it is if it is a link, or a working tree of Git', () => {
    const aside = join(root, 'removed');
    const dist = built();
    const link = join(root, 'link');
    symlinkSync(dist, link);
    assert.equal(moveAside(link, aside), null);
    mkdirSync(join(dist, '.git'));
    assert.equal(moveAside(dist, aside), null);
    assert.ok(existsSync(join(link, 'git/x/index.html')));
  });
});
