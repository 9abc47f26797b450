import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { partOf } from './part-of.ts';

const BUILT = {
  ids: new Set(['git/rejected', 'pagefind/broken']),
  redirects: new Set(['e/FX-12345/', 'zh/e/FX-12345/', 'git/old-name/']),
};
const part = (path: string): string | null => {
  const key = partOf(path, BUILT);
  return key && `${key.domain ?? 'site'} ${key.locale ?? 'all'}${key.trials ? ' trials' : ''}`;
};

describe('partOf', () => {
  it('keeps the page of an entry and what it needs by domain and language', () => {
    assert.equal(part('git/rejected/index.html'), 'git en');
    assert.equal(part('zh/git/rejected/index.html'), 'git zh');
    assert.equal(part('zh/git/rejected.verdict.json'), 'git zh');
    assert.equal(part('git/rejected.changes.json'), 'git all');
  });

  it('keeps trials and data apart', () => {
    assert.equal(part('zh/git/rejected/trials/index.html'), 'git zh trials');
    assert.equal(part('git/rejected.json'), 'git all trials');
  });

  it('keeps lists, guide and search with the site, by language', () => {
    for (const path of [
      'index.html',
      'git/index.html',
      'errors/page/2/index.html',
      'guide/method/index.html',
    ])
      assert.equal(part(path), 'site en', path);
    assert.equal(part('zh/index.html'), 'site zh');
    assert.equal(part('errors/rows/zh.json'), 'site zh');
    assert.equal(part('pagefind/fragment/zh-cn_433a407.pf_fragment'), 'site zh');
    assert.equal(part('pagefind/pagefind.en_f518e6e40d.pf_meta'), 'site en');
    assert.equal(part('pagefind/wasm.en.pagefind'), 'site en');
  });

  it('keeps scripts, the match index and what Pagefind loads whatever the language', () => {
    for (const path of [
      'assets/Page.DbR3YT8K.css',
      'assets/match.3662936fbe8e.json',
      'pagefind/pagefind.js',
      'pagefind/wasm.unknown.pagefind',
      'v1/match.json',
      'v1/ledger.json',
      'favicon.svg',
    ])
      assert.equal(part(path), 'site all', path);
  });

  it('does not mistake a domain for a folder of the site', () => {
    assert.equal(part('pagefind/broken/index.html'), 'pagefind en');
  });

  it('leaves out what leads elsewhere and what is not read in a browser', () => {
    for (const path of [
      'e/FX-12345/index.html',
      'zh/e/FX-12345/index.html',
      'git/old-name/index.html',
      'git/old-name.json',
      'git/rejected.md',
      'git/rejected.svg',
      'git.md',
      'assets/og.07cb.png',
      'v1/entries.ndjson',
      'v1/fixrate.tar.gz',
      'cli/fixrate.tgz',
      '404.html',
      '_headers',
      'pagefind/pagefind-ui.js',
    ])
      assert.equal(part(path), null, path);
  });
});
