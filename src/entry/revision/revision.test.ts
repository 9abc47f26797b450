import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { filesAfter } from '../../check/fixture.ts';
import type { EntryFileName, EntryFiles } from '../load/files.ts';
import { parseEntry } from '../load/parse.ts';
import { computeRates } from '../rates.ts';
import { digestState, PARTS, type State } from './parts.ts';
import { type CurrentEntry, extendRecord } from './plan.ts';
import { type EntryRecord, formatRecord, parseRecord } from './record.ts';

function stateOf(files: EntryFiles = filesAfter()): State {
  const { facts, outlines, results } = parseEntry(files);
  assert.ok(facts && outlines.en && outlines.zh);
  const rates = computeRates(facts, results);
  return digestState({ facts, outlines: { en: outlines.en, zh: outlines.zh }, results, rates });
}

function after(name: EntryFileName, from: string | RegExp, to: string): State {
  const files = filesAfter();
  const text = files.texts[name]?.replace(from, to);
  assert.notEqual(text, files.texts[name], `the fixture has ${String(from)}`);
  return stateOf({ ...files, texts: { ...files.texts, [name]: text } });
}

const before = stateOf();
const changed = (now: State): string[] => PARTS.filter((part) => now.parts[part] !== before.parts[part]);

describe('digestState', () => {
  it('is the same for what readers see as the same', () => {
    const same: [EntryFileName, string | RegExp, string][] = [
      ['entry.yaml', 'scope: generic', 'tags: []\nhttpStatus: null\nscope: generic # any'],
      ['en.mdx', 'at a time. See', 'at a\ntime.  See'],
      ['en.mdx', '{/* A comment. */}', '{/* Another. */}'],
      ['lab.results.json', /"date": ?"[^"]*"/, '"date": "2026-11-22"'],
      ['lab.yaml', 'python3 hold.py', 'python3 other.py'],
    ];
    for (const [name, from, to] of same) assert.deepEqual(after(name, from, to), before, String(from));
  });

  it('tells which part changed', () => {
    const parts: [string[], EntryFileName, string | RegExp, string][] = [
      [['messages'], 'entry.yaml', 'address already in use', 'address is in use'],
      [['causes'], 'entry.yaml', 'expect: python3', 'expect: python'],
      [['remedies'], 'entry.yaml', 'fuser -k {port}/tcp', 'fuser -k -n tcp {port}'],
      [['versions'], 'entry.yaml', "range: '18+'", "range: '16+'"],
      [['facts'], 'entry.yaml', 'scope: generic', 'scope: specific'],
      [['renamed'], 'entry.yaml', 'scope:', 'aliases: [demo/old]\nscope:'],
      [
        ['withdrawn'],
        'entry.yaml',
        'scope:',
        'withdrawn: { date: 2026-01-01, reason: { en: A., zh: 甲。 } }\nscope:',
      ],
      [['text.en'], 'en.mdx', 'before, see', 'earlier, see'],
      [['text.en'], 'en.mdx', 'See who it is:', 'See who holds it:'],
      [['text.zh'], 'zh.mdx', '看看是谁', '看看是哪个'],
      [['trials'], 'lab.results.json', '"listening"', '"listens"'],
    ];
    for (const [expected, name, from, to] of parts) {
      const now = after(name, from, to);
      assert.deepEqual(changed(now), expected, String(from));
      assert.notEqual(now.revision, before.revision, String(from));
    }
  });

  it('tells that figures changed with the trials', () => {
    const files = filesAfter({
      results: ({ causes }) => {
        for (const result of Object.values(causes['port-held'] ?? {}))
          for (const trial of result.remedies['stop-the-holder']?.trials ?? []) trial.outcome = 'not-fixed';
      },
    });
    const now = stateOf(files);
    assert.deepEqual(changed(now), ['trials', 'rates']);
    assert.deepEqual(
      [before.fixed, now.fixed],
      [
        [2, 2],
        [1, 2],
      ],
    );
  });
});

const entry = (id: string, change: Partial<CurrentEntry> = {}): CurrentEntry => ({
  id,
  aliases: [],
  withdrawn: false,
  state: before,
  ...change,
});
const other = after('en.mdx', 'before, see', 'earlier, see');

describe('extendRecord', () => {
  const created = extendRecord([], [entry('demo/a')], '2026-01-01');

  it('begins with the first publication, and records nothing while nothing changes', () => {
    assert.deepEqual(created[0]?.revisions, [
      { date: '2026-01-01', revision: before.revision, changes: ['created'], fixed: [2, 2] },
    ]);
    assert.deepEqual(extendRecord(created, [entry('demo/a')], '2026-02-02'), created);
  });

  it('adds what changed, and keeps what was', () => {
    const [record] = extendRecord(created, [entry('demo/a', { state: other })], '2026-02-02');
    assert.deepEqual(
      record?.revisions.map(({ date, changes }) => [date, changes]),
      [
        ['2026-01-01', ['created']],
        ['2026-02-02', ['text.en']],
      ],
    );
  });

  it('goes on under the new id of a renamed entry', () => {
    const state = after('entry.yaml', 'scope:', 'aliases: [demo/a]\nscope:');
    const records = extendRecord(created, [entry('demo/b', { aliases: ['demo/a'], state })], '2026-02-02');
    assert.deepEqual(
      records.map(({ id, revisions }) => [id, revisions.map(({ changes }) => changes.join())]),
      [['demo/b', ['created', 'renamed']]],
    );
  });

  it('tells a withdrawal from its end', () => {
    const gone = after(
      'entry.yaml',
      'scope:',
      'withdrawn: { date: 2026-01-01, reason: { en: A., zh: 甲。 } }\nscope:',
    );
    const withdrawn = extendRecord(
      created,
      [entry('demo/a', { withdrawn: true, state: gone })],
      '2026-02-02',
    );
    const back = extendRecord(withdrawn, [entry('demo/a')], '2026-03-03');
    assert.deepEqual(
      back[0]?.revisions.map(({ changes }) => changes.join()),
      ['created', 'withdrawn', 'restored'],
    );
  });

  it('joins the lines of two branches', () => {
    const [ours = created[0], theirs = created[0]] = ['2026-02-02', '2026-01-15'].map(
      (date, index) =>
        extendRecord(
          created,
          [entry('demo/a', { state: index === 0 ? other : after('zh.mdx', '看看是谁', '看看是哪个') })],
          date,
        )[0],
    );
    const joined = extendRecord(
      [ours, theirs] as EntryRecord[],
      [entry('demo/a', { state: other })],
      '2026-03-03',
    );
    assert.equal(joined.length, 1);
    assert.deepEqual(
      joined[0]?.revisions.map(({ date }) => date),
      ['2026-01-01', '2026-01-15', '2026-02-02'],
    );
  });
});

describe('the record as a file', () => {
  it('reads as it was written, one line an entry', () => {
    const records = extendRecord([], [entry('demo/b'), entry('demo/a')], '2026-01-01');
    const text = formatRecord(records);
    assert.deepEqual(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).id),
      ['demo/a', 'demo/b'],
    );
    const { lines, problems } = parseRecord('r.ndjson', text);
    assert.deepEqual(problems, []);
    assert.equal(formatRecord(lines), text);
    assert.ok(text.length < 2 * 220, 'a thousand entries stay under 220 KB');
  });

  it('names the line of what it cannot read', () => {
    const good = formatRecord(extendRecord([], [entry('demo/a')], '2026-01-01'));
    const { problems } = parseRecord('r.ndjson', `${good}<<<<<<< HEAD\n{"id":"demo/b"}\nnull\n`);
    assert.deepEqual(
      problems.map(({ line }) => line),
      [2, 3, 4],
    );
  });
});
