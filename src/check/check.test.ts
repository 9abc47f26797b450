import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { FIXTURE_ID } from '../entry/fixtures/texts.ts';
import { updateLedger } from '../ledger/update.ts';
import { checkContent } from './check.ts';
import { filesAfter } from './fixture.ts';
import { computeStats } from './stats.ts';

const TAXONOMY = `domains: { demo: { en: Demo, zh: 演示 } }
categories: { resource_conflict: { en: Conflict, zh: 冲突 } }
`;

let root = '';

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'fixrate-check-'));
  writeFileSync(join(root, 'taxonomy.yaml'), TAXONOMY);
  writeEntry(FIXTURE_ID);
  await updateLedger(root, '2026-11-23');
});
afterEach(() => rmSync(root, { recursive: true }));

function writeEntry(id: string, change: Record<string, string> = {}): void {
  for (const [name, text] of Object.entries({ ...filesAfter().texts, ...change })) {
    const path = join(root, 'errors', id, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.replace(`"entry": "${FIXTURE_ID}"`, `"entry": "${id}"`));
  }
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const main = join(import.meta.dirname, 'main.ts');
  return spawnSync(process.execPath, [main, ...args], {
    env: { ...process.env, FIXRATE_CONTENT: root },
    encoding: 'utf8',
  });
}

describe('checkContent', () => {
  it('finds nothing wrong with what is right', async () => {
    writeEntry('demo/other');
    await updateLedger(root, '2026-11-23');
    assert.deepEqual((await checkContent(root, '2026-11-23')).problems, []);
  });

  it('holds the Chinese names of domains and categories to the wording rules', async () => {
    writeFileSync(join(root, 'taxonomy.yaml'), TAXONOMY.replace('zh: 演示', "zh: 'API与代理'"));
    const [found] = (await checkContent(root, '2026-11-23')).problems;
    assert.match(found?.file ?? '', /taxonomy\.yaml$/);
    assert.deepEqual([found?.rule, found?.line], ['chinese-punctuation', 1]);
  });

  it('finds all that is wrong in all files at once, sorted by place', async () => {
    writeEntry('demo/broken', { 'entry.yaml': 'tool: [', 'en.mdx': 'no front matter {x}' });
    writeEntry('gone/domain');
    writeFileSync(join(root, 'errors', 'stray.txt'), '');
    const found = (await checkContent(root, '2026-11-23')).problems;
    const files = found.map(({ file }) => file.slice(root.length + 1));
    assert.deepEqual(files, files.toSorted());
    for (const file of [
      'errors/demo/broken/en.mdx',
      'errors/demo/broken/entry.yaml',
      'errors/gone/domain/entry.yaml',
      'errors/stray.txt',
    ]) {
      assert.ok(files.includes(file), file);
    }
    for (const { message, tip, line, column } of found) {
      assert.ok(message !== '' && tip !== '' && line > 0 && column > 0, message);
    }
  });
});

describe('npm run check', () => {
  it('prints place, message and tip, and fails', () => {
    writeEntry('demo/broken', {
      'en.mdx': filesAfter().texts['en.mdx']?.replace('Its parent', '{parent}') ?? '',
    });
    const { status, stderr } = run();
    assert.equal(status, 1);
    assert.match(
      stderr,
      /\/errors\/demo\/broken\/en\.mdx:16:1 {2}\{parent\} is an expression\n {2}→ write it in `code`, or escape the brace: \\\{\n[\s\S]*\n1 problem in 1 file\n$/,
    );
  });

  it('says the same as JSON, with figures', async () => {
    const { status, stdout } = run('--json');
    assert.equal(status, 0);
    const { problems, stats } = JSON.parse(stdout);
    assert.deepEqual(problems, []);
    assert.deepEqual(stats, computeStats((await checkContent(root, '2026-11-23')).entries));
  });

  it('counts what the knowledge base holds', async () => {
    writeEntry('demo/other', {
      'lab.yaml': (filesAfter().texts['lab.yaml'] ?? '').replace(/ {2}child-left.*\n/, ''),
    });
    const stats = computeStats((await checkContent(root, '2026-11-23')).entries);
    assert.deepEqual(stats, {
      entries: 2,
      domains: 1,
      bilingual: 2,
      causes: 4,
      reproduced: 4,
      environments: 4,
      trials: 48,
      reports: 0,
      estimates: 0,
      medianConfidence: stats.medianConfidence,
      notInLab: { 'demo/other': ['child-left'] },
      staleTranslations: [],
      unrecordedTranslations: ['demo/other', 'demo/port-taken'],
    });
    assert.match(run('--stats').stdout, /^ +48 {2}trials$/m);
  });
});
