import type { JsonFeed } from '../../src/export/schema/feed.ts';
import { localePath, MANIFEST, OPEN_SEARCH, SITEMAP } from '../../src/export/urls.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { SITE } from './support/server.ts';
import { at, builtFiles, ENTRIES, ENTRY, inEveryPage, readBuilt } from './support/site.ts';
import { expect, test } from './support/test.ts';

const here = (path: string): string => `${SITE.origin}${SITE.base}${path}`;

test('every XML document is well-formed', async ({ page }) => {
  const texts = builtFiles('').flatMap((path) =>
    /\.(?:xml|atom|svg)$/.test(path) ? [{ path, text: readBuilt(path) }] : [],
  );
  expect(texts.length).toBeGreaterThan(10);
  const broken = await page.evaluate(
    (all) =>
      all.flatMap(({ path, text }) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml');
        return parsed.querySelector('parsererror') === null ? [] : [path];
      }),
    texts,
  );
  expect(broken).toEqual([]);
});

test('the sitemap names every page that may be found, and no other, with its languages @base', async ({
  page,
}) => {
  const pages = await inEveryPage(page, (document) => ({
    canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
    hidden: document.querySelector('meta[name=robots][content*=noindex]') !== null,
  }));
  const wanted = pages.flatMap(({ path, found }) => {
    const own = here(path.replace(/index\.html$/, ''));
    return !found.hidden && found.canonical === own ? [own] : [];
  });
  const [, first = ''] = /<loc>(.*?)<\/loc>/.exec(readBuilt(SITEMAP)) ?? [];
  const map = readBuilt(first.replace(here(''), ''));
  const listed = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url ?? '');
  expect(listed.sort()).toEqual(wanted.sort());
  expect(map.match(/hreflang="x-default"/g)).toHaveLength(listed.length);
  expect(map).toContain(`<loc>${here(`${ENTRY.id}/`)}</loc><lastmod>${ENTRY.changed}</lastmod>`);
});

for (const locale of LOCALES) {
  test(`the home page announces feeds, search and manifest, ${locale} @base`, async ({ page, request }) => {
    await page.goto(at({ page: 'home' }, locale));
    const types = ['application/atom+xml', 'application/feed+json', 'application/opensearchdescription+xml'];
    for (const selector of [...types.map((type) => `link[type="${type}"]`), 'link[rel=manifest]']) {
      const href = (await page.locator(selector).getAttribute('href')) ?? '';
      expect((await request.get(href)).status(), href).toBe(200);
    }
    const description = readBuilt(localePath(OPEN_SEARCH, locale));
    expect(description).toContain(
      `template="${here(at({ page: 'search' }, locale).slice(2))}#q={searchTerms}"`,
    );
  });

  test(`the page of every domain names its feeds, also where all its entries are withdrawn, ${locale} @base`, async ({
    page,
    request,
  }) => {
    const domains = Map.groupBy(ENTRIES, ({ domain }) => domain);
    for (const [domain, entries] of domains) {
      // No feed holds more than fifty.
      const count = Math.min(50, entries.length);
      await page.goto(at({ page: 'domain', domain }, locale));
      const href = async (type: string): Promise<string> =>
        (await page.locator(`link[type="${type}"]`).getAttribute('href')) ?? '';
      const atom = await request.get(await href('application/atom+xml'));
      expect((await atom.text()).split('<entry>'), domain).toHaveLength(count + 1);
      const json = (await (await request.get(await href('application/feed+json'))).json()) as JsonFeed;
      expect(json.items, domain).toHaveLength(count);
    }
  });

  test(`the icons of the manifest are there, in the sizes that it says, ${locale} @base`, async ({
    request,
    baseURL,
  }) => {
    const { icons, start_url } = JSON.parse(readBuilt(localePath(MANIFEST, locale)));
    const origin = new URL(baseURL ?? '').origin;
    expect((await request.get(origin + start_url)).status()).toBe(200);
    for (const { src, sizes, type } of icons) {
      const response = await request.get(origin + src);
      expect(response.headers()['content-type'], src).toContain(type);
      if (type !== 'image/png') continue;
      const bytes = await response.body();
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
    }
  });
}

test('what is searched from the bar of a browser is searched on the page, and not sent to the server', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${at({ page: 'search' }, 'en')}#q=${encodeURIComponent(ENTRY.headline)}`);
  await expect(page.locator(`main a[href$="${ENTRY.id}/"]`).first()).toBeVisible();
  expect(asked.filter((url) => url.includes('q='))).toEqual([]);
});

test('llms.txt begins as its convention wants, and leads only to what is there @base', async () => {
  const files = new Set(builtFiles(''));
  for (const locale of LOCALES) {
    const text = readBuilt(localePath('llms.txt', locale));
    expect(text).toMatch(/^# Fixrate\n\n> [^\n]+\n\n/);
    expect([...text.matchAll(/^## .*$/gm)].at(-1)?.[0]).toBe('## Optional');
    const targets = [...text.matchAll(/\]\((.*?)\)/g)].map(([, url = '']) => url.replace(here(''), ''));
    expect(targets.length).toBeGreaterThan(8);
    for (const target of targets)
      expect(files.has(target.replace(/(^|\/)$/, '$1index.html')), target).toBe(true);
    expect(Buffer.byteLength(text)).toBeLessThan(20_000);
  }
});
