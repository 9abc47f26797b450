import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { FIXTURE_ID } from '../entry/fixtures/texts.ts';
import { loadGlossary, loadTaxonomy } from '../entry/load/knowledge-base.ts';
import { CODE, PROJECT } from './digest.ts';
import { type Inspected, inspectEntries } from './entries.ts';
import { filesAfter } from './fixture.ts';
import { inspectChanged } from './kept.ts';

const OTHER = 'demo/other';
const IDS = [OTHER, FIXTURE_ID];
const TAXONOMY = `domains: { demo: { en: Demo, zh: 演示 } }
categories: { resource_conflict: { en: Conflict, zh: 冲突 } }
`;

let root = '';
let folder = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fixrate-kept-'));
  folder = join(root, 'cache/check');
  write('taxonomy.yaml', TAXONOMY);
  for (const id of IDS)
    for (const [name, text] of Object.entries(filesAfter().texts))
      write(`errors/${id}/${name}`, text.replace(`"entry": "${FIXTURE_ID}"`, `"entry": "${id}"`));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(name: string, text: string): void {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function edit(name: string, from: string, to: string): void {
  const text = readFileSync(join(root, name), 'utf8');
  assert.ok(text.includes(from), from);
  write(name, text.replace(from, to));
}

/** Check as `checkContent` does, hold it against a check that keeps nothing, and tell which entries were read. */
async function check(today = '2026-11-23'): Promise<{ read: readonly string[]; messages: string[] }> {
  const surroundings = {
    taxonomy: loadTaxonomy(root).taxonomy,
    glossary: loadGlossary(root).glossary,
    today,
  };
  let read: readonly string[] = [];
  const inspect: typeof inspectEntries = (from, ids, around): Promise<Inspected[]> => {
    read = ids;
    return inspectEntries(from, ids, around);
  };
  const found = await inspectChanged(root, IDS, surroundings, folder, inspect);
  assert.deepEqual(found, await inspectEntries(root, IDS, surroundings));
  return { read, messages: found.flatMap(({ problems }) => problems.map(({ message }) => message)) };
}

describe('inspectChanged', () => {
  it('reads again only what changed, and keeps problems too', async () => {
    assert.deepEqual(await check(), { read: IDS, messages: [] });
    assert.deepEqual(await check(), { read: [], messages: [] });
    // As long as before.
    edit(`errors/${OTHER}/en.mdx`, 'Its parent', '{parents}.');
    const broken = ['{parents} is an expression'];
    assert.deepEqual(await check(), { read: [OTHER], messages: broken });
    assert.deepEqual(await check(), { read: [], messages: broken });
    edit(`errors/${OTHER}/en.mdx`, '{parents}.', 'Its parent');
    assert.deepEqual(await check(), { read: [OTHER], messages: [] });
  });

  it('sees files that come and go', async () => {
    await check();
    write(`errors/${OTHER}/notes.txt`, '');
    assert.deepEqual(await check(), { read: [OTHER], messages: ['notes.txt is no file of an entry'] });
    rmSync(join(root, 'errors', OTHER, 'zh.mdx'));
    assert.ok((await check()).messages.includes('zh.mdx is missing'));
  });

  it('does not take an entry for another one with the same files', async () => {
    await check();
    cpSync(join(root, 'errors', FIXTURE_ID), join(root, 'errors', OTHER), { recursive: true });
    assert.deepEqual(await check(), {
      read: [OTHER],
      messages: [`these are the results of ${FIXTURE_ID}`],
    });
  });

  it('reads all again once taxonomy, glossary or the date is another', async () => {
    await check();
    edit('taxonomy.yaml', 'resource_conflict', 'conflict');
    assert.deepEqual(await check(), {
      read: IDS,
      messages: IDS.map(() => 'taxonomy.yaml has no category resource_conflict'),
    });
    write('taxonomy.yaml', TAXONOMY);
    write('glossary.yaml', 'rules: []\nterms: [{ en: process, zh: 进程, avoid: [端口] }]\nnames: []\n');
    const glossed = await check();
    assert.deepEqual(glossed.read, IDS);
    assert.ok(glossed.messages.includes('“端口” is called 进程 here'));
    rmSync(join(root, 'glossary.yaml'));
    await check();
    const early = await check('2026-11-01');
    assert.deepEqual(early.read, IDS);
    assert.match(early.messages.join(), /in the future/);
  });

  it('takes nothing from a file that was changed or broke off', async () => {
    await check();
    const [name = ''] = readdirSync(folder);
    const kept = readFileSync(join(folder, name), 'utf8');
    for (const text of [kept.slice(0, -20), kept.replaceAll('"line":1', '"line":2'), '', 'x\n{}\n']) {
      assert.notEqual(text, kept);
      writeFileSync(join(folder, name), text);
      assert.deepEqual(await check(), { read: IDS, messages: [] });
    }
    assert.deepEqual(readdirSync(folder), [name]);
  });
});

describe('digestBasis', () => {
  it('digests all code that a check of one entry runs', () => {
    const seen = new Set<string>();
    const follow = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const [, named = ''] of readFileSync(path, 'utf8').matchAll(
        /(?:from |import |import\()'(\.[^']+)'/g,
      ))
        follow(resolve(dirname(path), named));
    };
    follow(join(import.meta.dirname, 'worker.ts'));
    assert.ok(seen.size > 50);
    const files = [...seen].map((path) => relative(PROJECT, path));
    const others = files.filter((file) => !CODE.some((one) => file.startsWith(`${one}/`)));
    assert.deepEqual(others, []);
    assert.deepEqual(
      files.filter((file) => !file.endsWith('.ts') || file.endsWith('.test.ts')),
      [],
    );
  });
});
