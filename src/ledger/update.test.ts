import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { filesAfter } from '../check/fixture.ts';
import { FIXTURE_ID } from '../entry/fixtures/texts.ts';
import { updateLedger } from './update.ts';

const TODAY = '2026-11-23';
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fixrate-ledger-'));
  writeFileSync(
    join(root, 'taxonomy.yaml'),
    'domains: { demo: { en: Demo, zh: 演示 } }\ncategories: { resource_conflict: { en: Conflict, zh: 冲突 } }\n',
  );
  writeEntry(FIXTURE_ID);
});
afterEach(() => rmSync(root, { recursive: true }));

function writeEntry(id: string): void {
  for (const [name, text] of Object.entries(filesAfter().texts)) {
    const path = join(root, 'errors', id, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replace(`"entry": "${FIXTURE_ID}"`, `"entry": "${id}"`));
  }
}

function edit(id: string, name: string, from: string, to: string): void {
  const path = join(root, 'errors', id, name);
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(from), from);
  writeFileSync(path, text.replace(from, to));
}

const read = (name: string): string => readFileSync(join(root, name), 'utf8');

describe('updateLedger', () => {
  it('publishes what is new, and does nothing a second time', async () => {
    const first = await updateLedger(root, TODAY);
    assert.deepEqual([...first.added.keys()], [FIXTURE_ID]);
    assert.deepEqual(first.revised.get(FIXTURE_ID)?.changes, ['created']);
    const files = [read('ledger.yaml'), read('revisions.ndjson')];
    const second = await updateLedger(root, '2026-11-24');
    assert.deepEqual([second.added.size, second.revised.size], [0, 0]);
    assert.deepEqual([read('ledger.yaml'), read('revisions.ndjson')], files);
  });

  it('records what changed', async () => {
    await updateLedger(root, TODAY);
    edit(FIXTURE_ID, 'zh.mdx', '看看是谁', '看看是哪个');
    const { revised } = await updateLedger(root, '2026-11-24');
    assert.partialDeepStrictEqual(revised.get(FIXTURE_ID), { date: '2026-11-24', changes: ['text.zh'] });
  });

  it('keeps code and record of an entry that is renamed', async () => {
    const code = (await updateLedger(root, TODAY)).added.get(FIXTURE_ID);
    cpSync(join(root, 'errors', FIXTURE_ID), join(root, 'errors/demo/renamed'), { recursive: true });
    rmSync(join(root, 'errors', FIXTURE_ID), { recursive: true });
    edit('demo/renamed', 'lab.results.json', `"entry": "${FIXTURE_ID}"`, '"entry": "demo/renamed"');
    edit('demo/renamed', 'entry.yaml', 'scope:', `aliases: [${FIXTURE_ID}]\nscope:`);
    const { added, revised } = await updateLedger(root, '2026-11-24');
    assert.deepEqual([...added], [['demo/renamed', code]]);
    assert.deepEqual(revised.get('demo/renamed')?.changes, ['renamed']);
    assert.equal(read('revisions.ndjson').trimEnd().split('\n').length, 1);
  });

  it('leaves out an entry with problems, and says so', async () => {
    edit(FIXTURE_ID, 'en.mdx', 'Its parent', '{parent}');
    const { added, left } = await updateLedger(root, TODAY);
    assert.deepEqual([added.size, left], [0, [FIXTURE_ID]]);
  });

  it('writes nothing where it cannot read what was published', async () => {
    await updateLedger(root, TODAY);
    writeFileSync(join(root, 'ledger.yaml'), '<<<<<<< HEAD\n');
    writeEntry('demo/other');
    assert.match((await updateLedger(root, TODAY)).problems[0]?.message ?? '', /is no line of the ledger/);
    assert.equal(read('ledger.yaml'), '<<<<<<< HEAD\n');
  });

  it('records no withdrawal of more than a tenth, unless it is meant so', async () => {
    writeEntry('demo/other');
    await updateLedger(root, TODAY);
    for (const id of [FIXTURE_ID, 'demo/other'])
      edit(
        id,
        'entry.yaml',
        'scope:',
        'withdrawn: { date: 2026-11-01, reason: { en: A., zh: 甲。 } }\nscope:',
      );
    assert.match(
      (await updateLedger(root, TODAY)).problems[0]?.message ?? '',
      /2 of 2 published ids would vanish/,
    );
    assert.equal((await updateLedger(root, TODAY, true)).revised.size, 2);
  });
});
