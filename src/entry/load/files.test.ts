import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { FIXTURE_ID, FIXTURE_TEXTS } from '../fixtures/texts.ts';
import { listEntries, readEntryFiles } from './files.ts';

let root = '';
let folder = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fixrate-files-'));
  folder = join(root, 'errors', FIXTURE_ID);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(FIXTURE_TEXTS)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(root, { recursive: true }));

function messages({ problems }: { problems: { file: string; message: string }[] }): string[] {
  return problems.map(({ file, message }) => `${file.slice(root.length + 1)}: ${message}`);
}

describe('listEntries', () => {
  it('lists ids, and nothing else', () => {
    mkdirSync(join(root, 'errors', 'Demo', 'x'), { recursive: true });
    writeFileSync(join(root, 'errors', 'notes.md'), '');
    symlinkSync('/etc', join(root, 'errors', 'linked'));
    symlinkSync(tmpdir(), join(root, 'errors', 'demo', 'linked'));
    const listed = listEntries(root);
    assert.deepEqual(listed.ids, [FIXTURE_ID]);
    assert.deepEqual(messages(listed).sort(), [
      'errors/Demo: Demo can be no part of an id',
      'errors/demo/linked: this is a symbolic link',
      'errors/linked: this is a symbolic link',
      'errors/notes.md: no file belongs here',
    ]);
  });

  it('says so where there are no entries at all', () => {
    assert.match(messages(listEntries(join(root, 'gone'))).join(), /there are no entries/);
  });
});

describe('readEntryFiles', () => {
  it('reads the files of an entry', () => {
    const files = readEntryFiles(root, FIXTURE_ID);
    assert.equal(files.texts['en.mdx'], FIXTURE_TEXTS['en.mdx']);
    assert.deepEqual(files.problems, []);
  });

  it('follows no links', () => {
    rmSync(join(folder, 'en.mdx'));
    symlinkSync('/etc/passwd', join(folder, 'en.mdx'));
    const files = readEntryFiles(root, FIXTURE_ID);
    assert.equal(files.texts['en.mdx'], undefined);
    assert.deepEqual(messages(files), [`errors/${FIXTURE_ID}/en.mdx: this is a symbolic link`]);
  });

  it('refuses a file that is far too large', () => {
    writeFileSync(join(folder, 'en.mdx'), '['.repeat(200_000));
    const files = readEntryFiles(root, FIXTURE_ID);
    assert.equal(files.texts['en.mdx'], undefined);
    assert.deepEqual(messages(files), [`errors/${FIXTURE_ID}/en.mdx: the file is larger than 128 KiB`]);
  });

  it('says which files do not belong there', () => {
    writeFileSync(join(folder, 'de.mdx'), '');
    mkdirSync(join(folder, 'lab.results.json'));
    assert.deepEqual(messages(readEntryFiles(root, FIXTURE_ID)).sort(), [
      `errors/${FIXTURE_ID}/de.mdx: de.mdx is no file of an entry`,
      `errors/${FIXTURE_ID}/lab.results.json: lab.results.json is no file of an entry`,
    ]);
  });
});
