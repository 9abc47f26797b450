import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readEntry } from '../../entry/collection/read-entry.ts';
import { FIXTURE_TEXTS } from '../../entry/fixtures/texts.ts';
import type { ExportTask } from './export-entry.ts';
import { Exporter } from './exporter.ts';

const SITE = { origin: 'https://kb.example', base: '/' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixrate-exporter-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Write an entry, and read it as the loader does. */
function taskOf(id: string): ExportTask {
  const root = join(folder, 'content');
  for (const [name, text] of Object.entries(FIXTURE_TEXTS)) {
    const path = join(root, 'errors', id, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const packed = join(folder, 'packed', `${id}.json`);
  readEntry({ root, site: SITE, id, digest: '', kept: packed });
  const context = { site: SITE, taxonomy: { domains: {}, categories: {} } };
  return {
    id,
    root,
    packed,
    kept: join(folder, 'kept', `${id}.json`),
    keptFiles: join(folder, 'kept', `${id}.files`),
    isThere: false,
    directory: join(folder, 'dist'),
    context,
  };
}

/** Write the files of entries; returns the ids of the shares as they come. */
async function exported(tasks: ExportTask[], isPrepared: boolean): Promise<string[]> {
  const exporter = new Exporter(tasks);
  if (isPrepared) exporter.prepare();
  const ids: string[] = [];
  for await (const { share, paths } of exporter.write()) {
    ids.push(share.index.id);
    assert.equal(paths?.length, 7);
  }
  return ids;
}

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

describe('Exporter', () => {
  it('writes what an earlier build kept, and makes the rest', async () => {
    const task = taskOf('demo/one');
    await exported([task], false);
    const markdown = read('dist/zh/demo/one.md');
    assert.match(markdown, /端口已被占用/);
    const { keptFiles } = task;
    // As long as what it replaces: the file says how long each text is.
    writeFileSync(keptFiles, readFileSync(keptFiles, 'utf8').replaceAll('端口已被占用', '来自上次构建'));
    await exported([task], false);
    assert.match(read('dist/zh/demo/one.md'), /来自上次构建/);
    rmSync(keptFiles);
    await exported([task], false);
    assert.equal(read('dist/zh/demo/one.md'), markdown);
  });

  it('leaves files alone that are there', async () => {
    const task = taskOf('demo/one');
    await exported([task], false);
    rmSync(join(folder, 'dist'), { recursive: true });
    const [done] = await Array.fromAsync(new Exporter([{ ...task, isThere: true }]).write());
    assert.equal(done?.share.index.id, 'demo/one');
    assert.equal(done?.paths, null);
    assert.ok(!existsSync(join(folder, 'dist')));
  });

  it('writes many in threads as it writes one, and gives their shares in order', async () => {
    await exported([taskOf('demo/one')], false);
    const ids = Array.from({ length: 170 }, (_, index) => `demo/n-${String(index).padStart(3, '0')}`);
    assert.deepEqual(await exported(ids.map(taskOf), true), ids);
    const one = read('dist/demo/one.md');
    for (const id of ids) assert.equal(read(`dist/${id}.md`), one.replaceAll('demo/one', id));
  });

  it('fails when an entry cannot be read, in threads too', async () => {
    const tasks = Array.from({ length: 170 }, (_, index) => taskOf(`demo/n-${index}`));
    rmSync(tasks[100]?.packed ?? '');
    await assert.rejects(exported(tasks, true), /ENOENT/);
    await assert.rejects(exported(tasks.slice(100, 101), false), /ENOENT/);
  });
});
