import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { OutputFolder } from './folder.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fixrate-output-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const place = (path: string): string => join(root, 'dist', path);

function write(path: string, text: string): void {
  mkdirSync(dirname(place(path)), { recursive: true });
  writeFileSync(place(path), text);
}

async function begun(): Promise<OutputFolder> {
  const folder = new OutputFolder();
  folder.begin(join(root, 'dist'), join(root, 'cache'));
  await folder.begun();
  return folder;
}

/** A build that writes a page, the exports of an entry, and a file that nobody claims. */
async function built(): Promise<void> {
  const folder = await begun();
  write('git/x/index.html', 'page');
  write('git/x.json', '{}');
  write('git/x.md', '# x');
  write('assets/a.css', 'a {}');
  folder.claim('pages', 'git/x/index.html', ['git/x/index.html']);
  folder.claim('exports', 'digest', ['git/x.json', 'git/x.md']);
  await folder.end();
}

describe('OutputFolder', () => {
  it('takes over what was claimed, and nothing else', async () => {
    await built();
    const folder = await begun();
    assert.deepEqual(folder.taken('exports', 'digest'), ['git/x.json', 'git/x.md']);
    assert.equal(folder.taken('exports', 'other'), null);
    assert.equal(readFileSync(place('git/x/index.html'), 'utf8'), 'page');
    assert.ok(!existsSync(place('assets/a.css')));
    await folder.end();
    assert.ok(!existsSync(join(root, 'cache/removed')));
  });

  it('takes over folders whole, but for files that nobody claimed, and where another build writes already', async () => {
    const paths = ['zh/a/index.html', 'zh/a/b/index.html', 'zh/c/index.html', 'en/a/index.html'];
    const first = await begun();
    for (const path of paths) {
      write(path, path);
      first.claim('pages', path, [path]);
    }
    await first.end();
    write('zh/c/dropped.txt', 'by somebody');
    mkdirSync(place('zh/empty'));
    const folder = new OutputFolder();
    folder.begin(join(root, 'dist'), join(root, 'cache'));
    write('en/a/new.css', 'a {}');
    await folder.begun();
    const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' });
    assert.deepEqual(
      files.sort(),
      ['en', 'en/a', 'en/a/new.css', 'zh', 'zh/a', 'zh/a/b', 'zh/c', ...paths].sort(),
    );
    assert.deepEqual(folder.takenKeys('pages').sort(), paths.sort());
    await folder.end();
  });

  it('has begun when all is taken over, and what comes then is done', async () => {
    await built();
    const folder = new OutputFolder();
    folder.begin(join(root, 'dist'), join(root, 'cache'));
    const seen: (readonly string[] | null)[] = [];
    folder.onBegun(() => seen.push(folder.taken('exports', 'digest')));
    assert.deepEqual(seen, []);
    await folder.begun();
    assert.deepEqual(seen, [['git/x.json', 'git/x.md']]);
    await folder.end();
  });

  it('deletes what a build that was interrupted had moved aside', async () => {
    mkdirSync(join(root, 'cache/removed/0/git'), { recursive: true });
    await (await begun()).end();
    assert.ok(!existsSync(join(root, 'cache/removed')));
  });

  it('takes over no group of which a file was changed, or is gone', async () => {
    await built();
    writeFileSync(place('git/x/index.html'), 'minified by somebody');
    rmSync(place('git/x.md'));
    const folder = await begun();
    assert.equal(folder.taken('exports', 'digest'), null);
    assert.equal(folder.taken('pages', 'git/x/index.html'), null);
    assert.ok(!existsSync(place('git')));
    await folder.end();
  });

  it('deletes what the site no longer has, before something else is written there', async () => {
    await built();
    const folder = await begun();
    folder.settle('pages', []);
    folder.settle('exports', ['digest']);
    assert.ok(!existsSync(place('git/x/index.html')));
    assert.ok(existsSync(place('git/x.md')));
    await folder.end();
  });

  it('leaves in place what was written anew where a former file stood', async () => {
    await built();
    const folder = await begun();
    write('git/x/index.html', 'a page of something else');
    folder.settle('pages', []);
    assert.equal(readFileSync(place('git/x/index.html'), 'utf8'), 'a page of something else');
    await folder.end();
  });

  it('takes over nothing from a build of another folder, or one that did not end', async () => {
    await built();
    const other = new OutputFolder();
    other.begin(join(root, 'other'), join(root, 'cache'));
    await other.begun();
    assert.equal(other.taken('exports', 'digest'), null);
    await other.end();
    const folder = await begun();
    assert.equal(folder.taken('exports', 'digest'), null);
    await folder.end();
  });

  it('empties a folder that cannot be moved, but for its repository', async () => {
    await built();
    mkdirSync(place('.git'));
    const folder = await begun();
    assert.equal(folder.taken('pages', 'git/x/index.html'), null);
    assert.ok(existsSync(place('.git')));
    assert.ok(!existsSync(place('git')));
    await folder.end();
  });
});
