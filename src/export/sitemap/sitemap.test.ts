import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXml } from '../xml-fixture.ts';
import { readHead } from './pages.ts';
import { writeSitemaps } from './sitemap.ts';

const SITE = { origin: 'https://kb.example', base: '/' };
const page = (name: string) => ({
  url: `https://kb.example/${name}/`,
  alternates: [{ hreflang: 'x-default', href: `https://kb.example/${name}/?a=1&b=2` }],
});

/** Write sitemaps of so many addresses each; what stands in them. */
function written(names: string[], most: number): Map<string, string> {
  const files = new Map<string, string>();
  const sink = {
    write: (path: string, text: string | Buffer) => void files.set(path, text.toString()),
    open: (path: string) => ({
      write: (text: string) => void files.set(path, (files.get(path) ?? '') + text),
      close: () => undefined,
    }),
  };
  writeSitemaps(names.map(page), SITE, (url) => (url.includes('/b/') ? '2026-01-02' : null), sink, most);
  return files;
}

function locations(xml: string): string[] {
  const document = parseXml(xml);
  return [...document.getElementsByTagName('loc')].map(({ textContent }) => textContent);
}

test('sitemaps are split where they are full, and the index names each', () => {
  const files = written(['a', 'b', 'c'], 2);
  assert.deepEqual([...files.keys()], ['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
  assert.deepEqual(locations(files.get('sitemap.xml') ?? ''), [
    'https://kb.example/sitemap-1.xml',
    'https://kb.example/sitemap-2.xml',
  ]);
  assert.deepEqual(locations(files.get('sitemap-1.xml') ?? ''), [
    'https://kb.example/a/',
    'https://kb.example/b/',
  ]);
  assert.deepEqual(locations(files.get('sitemap-2.xml') ?? ''), ['https://kb.example/c/']);
});

test('a date stands only where one is known, and addresses are escaped', () => {
  const text = written(['a', 'b'], 9).get('sitemap-1.xml') ?? '';
  assert.equal(text.match(/<lastmod>/g)?.length, 1);
  assert.match(text, /a=1&amp;b=2/);
});

test('a page is indexed by what its head says', () => {
  const canonical = '<link rel="canonical" href="https://kb.example/a/">';
  const english = '<link rel="alternate" hreflang="en" href="https://kb.example/a/">';
  const json = '<link rel="alternate" type="application/json" href="/a.json">';
  assert.deepEqual(readHead(`<head>${canonical}${english}${json}</head>`), {
    url: 'https://kb.example/a/',
    alternates: [{ hreflang: 'en', href: 'https://kb.example/a/' }],
  });
  assert.equal(readHead(`<head><meta name="robots" content="noindex">${canonical}</head>`), null);
  assert.equal(readHead(`<head></head><body>${canonical}`), null);
});
