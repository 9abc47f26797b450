import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FIXTURE_ID, FIXTURE_TEXTS, fixtureFiles } from '../fixtures/texts.ts';
import { joinEntry } from './entry.ts';
import { parseEntry } from './parse.ts';

const SITE = { origin: 'https://example.org', base: '/' };

describe('joinEntry', () => {
  it('joins facts and prose of both languages', () => {
    const entry = joinEntry(parseEntry(fixtureFiles()), SITE);
    assert.equal(entry?.id, FIXTURE_ID);
    assert.equal(entry.prose.zh.title, '端口已被占用');
    assert.deepEqual(Object.keys(entry.prose.en.remedies), Object.keys(entry.facts.remedies));
    assert.deepEqual(Object.keys(entry.prose.en.remedies['stop-the-holder']?.steps ?? {}), ['find', 'end']);
    assert.equal(entry.prose.en.remedies['other-port']?.short, 'new port');
    assert.equal(entry.prose.en.causes['port-held']?.short, 'Another program holds the port');
    assert.equal(entry.results, null);
    assert.equal(entry.rates.fixRate.value, null);
  });

  it('makes no entry of something that is wrong', () => {
    const texts = { 'en.mdx': FIXTURE_TEXTS['en.mdx'].replace('See', '{x}') };
    assert.equal(joinEntry(parseEntry(fixtureFiles(texts)), SITE), null);
  });

  it('tells which files are missing', () => {
    const { problems } = parseEntry(fixtureFiles({ 'en.mdx': undefined, 'entry.yaml': undefined }));
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['entry.yaml is missing', 'en.mdx is missing'],
    );
  });

  it('refuses results that are none, or those of another entry', () => {
    const said = (text: string): string =>
      parseEntry(fixtureFiles({ 'lab.results.json': text }))
        .problems.map(({ message }) => message)
        .join('; ');
    assert.match(said('{'), /this is no JSON/);
    assert.match(said('{}'), /schema: .*; entry: /);
    const other = { schema: 1, entry: 'demo/other', date: '2026-01-01', environments: {}, causes: {} };
    assert.equal(said(JSON.stringify(other)), 'these are the results of demo/other');
  });
});
