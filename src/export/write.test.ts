import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Entry } from '../entry/entry.ts';
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

/** Three entries in two domains, the last one withdrawn. */
function* entries(): Generator<Entry> {
  const one = fixtureEntry(TEXT);
  yield { ...one, id: 'constructor/x', domain: 'constructor', slug: 'x' };
  yield one;
  const withdrawn = { date: '2026-03-04', reason: { en: 'gone', zh: '没了' }, replacedBy: null };
  yield { ...one, id: 'node/withdrawn', slug: 'withdrawn', facts: { ...one.facts, withdrawn } };
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
    assert.equal(lines.length, 3);
    for (const line of lines) {
      const record = JSON.parse(line);
      const { results, ...entry } = JSON.parse(read(`${record.id}.json`));
      assert.ok(results !== null);
      assert.deepEqual(record, entry);
    }
  });

  it('count a domain without its withdrawn entries, and name one that has a name of JavaScript', () => {
    const { domains, tags } = JSON.parse(read('v1/domains.json'));
    assert.deepEqual(
      domains.map(({ id, title, entries }: Record<string, unknown>) => [id, title, entries]),
      [
        ['constructor', { en: 'constructor', zh: 'constructor' }, 1],
        ['node', { en: 'Node.js', zh: 'Node.js' }, 1],
      ],
    );
    assert.deepEqual(tags[0], { id: 'listen', entries: 2 });
  });

  it('list the entries of a domain as Markdown, without withdrawn ones', () => {
    const list = read('zh/node.md');
    assert.match(list, /^# Node\.js\n/);
    assert.ok(list.includes('(https://kb.example/kb/zh/node/port-taken.md)'), list);
    assert.ok(!list.includes('withdrawn'));
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
