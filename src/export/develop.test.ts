import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { FIXTURE_ID, FIXTURE_TEXTS } from '../entry/fixtures/texts.ts';
import { exportNow } from './develop.ts';

const CONTEXT = {
  site: { origin: 'http://localhost:4321', base: '/' },
  taxonomy: { domains: { demo: { en: 'Demo', zh: '示例' } }, categories: {} },
  guide: { en: [], zh: [] },
  repository: null,
};

describe('the exports while developing', () => {
  const root = mkdtempSync(join(tmpdir(), 'fixrate-develop-'));
  const known = process.env['FIXRATE_CONTENT'];
  const now = (path: string): Promise<string | null> => exportNow(path, CONTEXT);

  before(() => {
    process.env['FIXRATE_CONTENT'] = root;
    for (const id of [FIXTURE_ID, 'demo/half-written']) {
      mkdirSync(join(root, 'errors', id), { recursive: true });
      for (const [name, text] of Object.entries(FIXTURE_TEXTS))
        writeFileSync(join(root, 'errors', id, name), text);
    }
    writeFileSync(join(root, 'errors/demo/half-written/entry.yaml'), 'signatures: []\n');
  });
  after(() => {
    if (known === undefined) delete process.env['FIXRATE_CONTENT'];
    else process.env['FIXRATE_CONTENT'] = known;
    rmSync(root, { recursive: true });
  });

  it('are made from the content as it is now', async () => {
    for (const path of [`${FIXTURE_ID}.json`, `zh/${FIXTURE_ID}.md`, 'v1/index.json', 'v1/entries.ndjson'])
      assert.ok((await now(path))?.includes(FIXTURE_ID), path);
    for (const path of ['zh/demo.md', 'zh/llms.txt', 'v1/domains.json'])
      assert.ok((await now(path))?.includes('示例'), path);
    for (const path of ['v1/feeds/en/demo.atom', 'v1/openapi.json', 'robots.txt', 'zh/manifest.webmanifest'])
      assert.ok((await now(path))?.includes('localhost:4321') || path.endsWith('webmanifest'), path);
  });

  it('show what is wrong with an entry at its own address, and leave it out elsewhere', async () => {
    await assert.rejects(now('demo/half-written.json'), /entry\.yaml:1/);
    assert.doesNotMatch((await now('v1/index.json')) ?? '', /half-written/);
  });

  it('leave every other address to the site', async () => {
    for (const path of [
      '',
      'demo/',
      'v1/evidence.json',
      'v1/nothing.json',
      'demo/nothing.json',
      'sitemap.xml',
    ])
      assert.equal(await now(path), null, path);
  });
});
