import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bindRoutes, localeParam, otherLocale } from './routes.ts';

const ROOT = bindRoutes({ origin: 'https://kb.example.org', base: '/' });
const NESTED = bindRoutes({ origin: 'https://example.org', base: '/kb/' });

describe('bindRoutes', () => {
  it('puts Chinese under its prefix and English at the root', () => {
    assert.equal(ROOT.path({ page: 'entry', id: 'git/x' }, 'en'), '/git/x/');
    assert.equal(ROOT.path({ page: 'entry', id: 'git/x' }, 'zh'), '/zh/git/x/');
    assert.equal(ROOT.path({ page: 'home' }, 'en'), '/');
    assert.equal(ROOT.path({ page: 'guide', name: 'method' }, 'zh'), '/zh/guide/method/');
  });

  it('puts the base before every address', () => {
    assert.equal(NESTED.path({ page: 'search' }, 'zh'), '/kb/zh/search/');
    assert.equal(NESTED.file('favicon.svg'), '/kb/favicon.svg');
    assert.equal(NESTED.url({ page: 'domain', domain: 'git' }, 'en'), 'https://example.org/kb/git/');
  });

  it('keeps one JSON and one list of changes for both languages, and a Markdown and a verdict for each', () => {
    assert.deepEqual(NESTED.exports('git/x', 'zh'), {
      json: '/kb/git/x.json',
      badge: '/kb/git/x.svg',
      markdown: '/kb/zh/git/x.md',
      verdict: '/kb/zh/git/x.verdict.json',
      changes: '/kb/git/x.changes.json',
    });
    assert.equal(ROOT.exports('git/x', 'en').markdown, '/git/x.md');
  });

  it('lists every language and a default among the alternates', () => {
    assert.deepEqual(ROOT.alternates({ page: 'home' }), [
      { hreflang: 'en', href: 'https://kb.example.org/' },
      { hreflang: 'zh-CN', href: 'https://kb.example.org/zh/' },
      { hreflang: 'x-default', href: 'https://kb.example.org/' },
    ]);
  });
});

describe('otherLocale and localeParam', () => {
  it('lead from each language to the other', () => {
    assert.equal(otherLocale('en'), 'zh');
    assert.equal(otherLocale('zh'), 'en');
    assert.equal(localeParam('en'), undefined);
    assert.equal(localeParam('zh'), 'zh');
  });
});
