import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureEntry } from '../fixture.ts';
import { renderEntry } from '../render.ts';
import { parseXml } from '../xml-fixture.ts';
import { collectDates } from './dates.ts';
import { readHead } from './pages.ts';
import { writeSitemaps } from './sitemap.ts';

const SITE = { origin: 'https://kb.example', base: '/' };
const CONTEXT = { site: SITE, taxonomy: { domains: {}, categories: {} } };
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

test('a page is dated by the last change that its language shows, not by the last run of the lab', () => {
  const dates = collectDates(SITE);
  const entry = fixtureEntry();
  dates.add(renderEntry(entry, CONTEXT).share);
  assert.equal(entry.results?.date, '2026-01-02');
  assert.equal(dates.dateOf(`https://kb.example/${entry.id}/`), '2026-02-01');
  assert.equal(dates.dateOf('https://kb.example/evidence/'), null);
  const [last, ...before] = entry.history;
  assert.ok(last);
  const edited = { ...entry, history: [{ ...last, changes: ['text.en' as const] }, ...before] };
  dates.add(renderEntry(edited, CONTEXT).share);
  assert.equal(dates.dateOf(`https://kb.example/zh/${entry.id}/`), '2026-01-02');
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
