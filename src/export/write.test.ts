import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Entry } from '../entry/entry.ts';
import { LOCALES } from '../i18n/locales.ts';
import { directorySink } from './collect/sink.ts';
import { fixtureEntry } from './fixture.ts';
import type { PublishedIndex } from './schema/index.ts';
import { writeExports } from './write.ts';

const SITE = { origin: 'https://kb.example', base: '/kb/' };
const TAXONOMY = {
  domains: { node: { en: 'Node.js', zh: 'Node.js' } },
  categories: { resource_conflict: { en: 'Resource conflict', zh: '资源冲突' } },
};
const CONTEXT = { site: SITE, taxonomy: TAXONOMY, guide: { en: [], zh: [] }, repository: null };
/** What an author might write, or a stranger try. */
const TEXT = 'a "b" <c> & `d` \u0007 ]]> </script> {__proto__} \u2028';

/** Four entries in three domains; one was withdrawn beside others, and the only one of its domain. */
function* entries(): Generator<Entry> {
  const one = fixtureEntry(TEXT);
  yield { ...one, id: 'constructor/x', domain: 'constructor', slug: 'x' };
  yield one;
  const withdrawn = { date: '2026-03-04', reason: { en: 'gone', zh: '没了。' }, replacedBy: null };
  yield { ...one, id: 'node/withdrawn', slug: 'withdrawn', facts: { ...one.facts, withdrawn } };
  const only = { ...withdrawn, replacedBy: 'node/port-taken' };
  const facts = { ...one.facts, tool: 'old', tags: ['old'], withdrawn: only };
  yield { ...one, id: 'old/only', domain: 'old', slug: 'only', facts };
}

describe('the exports of a knowledge base', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fixrate-export-'));
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

  before(() => writeExports(entries(), { ...CONTEXT }, directorySink(folder)));
  after(() => rmSync(folder, { recursive: true }));

  it('list every entry once in the index, withdrawn ones with their reason', () => {
    const index = JSON.parse(read('v1/index.json')) as PublishedIndex;
    assert.deepEqual(
      index.entries.map(({ id, withdrawn }) => [id, withdrawn?.reason.en ?? null]),
      [
        ['constructor/x', null],
        ['node/port-taken', null],
        ['node/withdrawn', 'gone'],
        ['old/only', 'gone'],
      ],
    );
  });

  it('give in the index the digest of the bytes that are served', () => {
    const index = JSON.parse(read('v1/index.json')) as PublishedIndex;
    for (const { id, digest } of index.entries) {
      const bytes = readFileSync(join(folder, `${id}.json`));
      assert.equal(digest, createHash('sha256').update(bytes).digest('hex'), id);
    }
  });

  it('hold in each line of the NDJSON what the JSON of the entry holds, but for trials', () => {
    const lines = read('v1/entries.ndjson').trimEnd().split('\n');
    assert.equal(lines.length, 4);
    for (const line of lines) {
      const record = JSON.parse(line);
      const { results, ...entry } = JSON.parse(read(`${record.id}.json`));
      assert.ok(results !== null);
      assert.deepEqual(record, entry);
    }
  });

  it('count what was withdrawn apart, and name a domain that has a name of JavaScript', () => {
    const { domains, categories, tools, tags } = JSON.parse(read('v1/domains.json'));
    const counted = (list: Record<string, unknown>[]): unknown[] =>
      list.map(({ id, entries, withdrawn }) => [id, entries, withdrawn]);
    assert.deepEqual(
      domains.map(({ title }: Record<string, unknown>) => title),
      [
        { en: 'constructor', zh: 'constructor' },
        { en: 'Node.js', zh: 'Node.js' },
        { en: 'old', zh: 'old' },
      ],
    );
    assert.deepEqual(counted(domains), [
      ['constructor', 1, 0],
      ['node', 1, 1],
      ['old', 0, 1],
    ]);
    assert.deepEqual(counted(categories), [['resource_conflict', 2, 2]]);
    assert.deepEqual(counted(tools), [
      ['node', 2, 1],
      ['old', 0, 1],
    ]);
    assert.deepEqual(counted(tags), [
      ['listen', 2, 1],
      ['old', 0, 1],
      ['port', 2, 1],
    ]);
  });

  it('list the entries of a domain as Markdown, withdrawn ones apart with date and reason', () => {
    const [holding = '', withdrawn = '', ...others] = read('zh/node.md').split('\n## ');
    assert.deepEqual(others, []);
    assert.match(holding, /^# Node\.js\n\nNode\.js：1 个报错/);
    assert.ok(holding.includes('(https://kb.example/kb/zh/node/port-taken.md)'), holding);
    assert.ok(!holding.includes('node/withdrawn'));
    assert.match(withdrawn, /^已撤回\n\n- \[.*\]\(https:\/\/kb\.example\/kb\/zh\/node\/withdrawn\.md\)：/);
    assert.ok(withdrawn.includes('：**已于 2026-03-04 撤回**：没了。\n'), withdrawn);
    assert.ok(!read('constructor.md').includes('## '));
  });

  it('have a Markdown list of every domain, of those too whose entries were all withdrawn', () => {
    const { domains } = JSON.parse(read('v1/domains.json'));
    const addresses = domains.map(({ urls }: { urls: Record<string, { markdown: string }> }) =>
      LOCALES.map((locale) => urls[locale]?.markdown.replace('https://kb.example/kb/', '')),
    );
    for (const path of addresses.flat()) assert.match(read(path), /^# .*\n\n/, path);
    const [list = ''] = read('old.md').split('\n---\n');
    assert.match(list, /^# old\n\n## Withdrawn\n\n- \[[^\n]*\n$/);
    const instead = 'See instead: [node/port-taken](https://kb.example/kb/node/port-taken/)';
    assert.ok(list.includes(`: **Withdrawn on 2026-03-04**: gone ${instead}\n`), list);
    const zh =
      '：**已于 2026-03-04 撤回**：没了。请改看：[node/port-taken](https://kb.example/kb/zh/node/port-taken/)\n';
    assert.ok(read('zh/old.md').includes(zh), read('zh/old.md'));
  });

  it('fit the schema that each document has', () => {
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
    addFormats.default(ajv);
    const known: Record<string, string> = {
      'v1/index.json': 'index',
      'v1/domains.json': 'domains',
      'v1/match.json': 'match',
    };
    const schemaOf = (path: string): string | undefined =>
      known[path] ??
      (/^assets\/match\./.test(path)
        ? 'match-index'
        : /^v1\/feeds\//.test(path)
          ? 'feed'
          : /\.verdict\.json$/.test(path)
            ? 'verdict'
            : /\.changes\.json$/.test(path)
              ? 'history'
              : /^v1\/(?:schema|openapi)/.test(path)
                ? undefined
                : 'entry');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const path of files.filter((file) => file.endsWith('.json'))) {
      const name = schemaOf(path);
      if (name === undefined) continue;
      const schema = JSON.parse(read(`v1/schema/${name}.json`));
      const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
      assert.ok(validate(JSON.parse(read(path))), `${path}: ${JSON.stringify(validate.errors)}`);
    }
  });
});

it('an empty knowledge base is exported too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fixrate-export-'));
  await writeExports([], { ...CONTEXT }, directorySink(folder));
  const index = JSON.parse(readFileSync(join(folder, 'v1/index.json'), 'utf8')) as PublishedIndex;
  assert.deepEqual(index.entries, []);
  rmSync(folder, { recursive: true });
});
