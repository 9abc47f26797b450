import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RESERVED_DOMAINS } from '../entry/schema/taxonomy.ts';
import { bindRoutes, FACETS, localeParam, otherLocale, type PageRef } from './routes.ts';

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

  it('gives each page of a list an address of its own', () => {
    const list = { page: 'facet', facet: 'tag', value: 'port' } as const;
    assert.equal(ROOT.path(list, 'en'), '/tag/port/');
    assert.equal(ROOT.path({ ...list, number: 1 }, 'zh'), '/zh/tag/port/');
    assert.equal(NESTED.path({ ...list, number: 3 }, 'en'), '/kb/tag/port/page/3/');
    assert.equal(ROOT.path({ page: 'domain', domain: 'git', number: 2 }, 'en'), '/git/page/2/');
  });

  it('puts no page where a domain could stand', () => {
    const pages: PageRef[] = [
      { page: 'search' },
      { page: 'evidence' },
      { page: 'offline' },
      { page: 'errors' },
      { page: 'dead-ends' },
      { page: 'new' },
      { page: 'guide', name: 'method' },
      ...FACETS.map((facet) => ({ page: 'facets' as const, facet })),
    ];
    for (const ref of pages) {
      const [, first = ''] = ROOT.path(ref, 'en').split('/');
      assert.ok(
        RESERVED_DOMAINS.some((name) => name === first),
        `${first} is not among the reserved domains`,
      );
    }
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
