import { SITE } from './support/server.ts';
import { builtFiles, inEveryPage } from './support/site.ts';
import { expect, test } from './support/test.ts';

test('every link within the site leads to a file that exists, every fragment to an element @base', async ({
  page,
}) => {
  const pages = await inEveryPage(page, (document) => ({
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    links: [...document.querySelectorAll('[href], [src]')].map(
      (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
    ),
  }));
  const files = new Set(builtFiles(''));
  const ids = new Map(pages.map(({ path, found }) => [path, new Set(found.ids)]));
  const broken = pages.flatMap(({ path, found }) => {
    const here = `${SITE.origin}${SITE.base}${path.replace(/index\.html$/, '')}`;
    return found.links
      .map((link) => new URL(link, here))
      .filter((url) => url.origin === SITE.origin)
      .flatMap((url) => {
        const inside = url.pathname.startsWith(SITE.base);
        const target = decodeURI(url.pathname.slice(SITE.base.length)).replace(/(^|\/)$/, '$1index.html');
        const anchor = decodeURIComponent(url.hash.slice(1));
        const known = inside && files.has(target);
        const anchored = anchor === '' || (ids.get(target)?.has(anchor) ?? false);
        return known && anchored ? [] : [`${path}: ${url.pathname}${url.hash}`];
      });
  });
  expect(broken).toEqual([]);
});

test('no id stands twice on a page', async ({ page }) => {
  const pages = await inEveryPage(page, (document) => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  });
  expect(pages.filter(({ found }) => found.length > 0)).toEqual([]);
});

test('no page holds an inline script, style or handler, or loads anything from another host', async ({
  page,
}) => {
  const pages = await inEveryPage(page, (document) => {
    const bad = [
      // JSON-LD is data: browsers run nothing of it.
      ...document.querySelectorAll(
        'script:not([src], [type="application/ld+json"]), style, [style], base, iframe, object, embed',
      ),
    ];
    const handlers = [...document.querySelectorAll('*')].filter((element) =>
      [...element.attributes].some(({ name }) => name.startsWith('on')),
    );
    const foreign = [
      ...document.querySelectorAll('[src], link[rel~=stylesheet], link[rel~=preload], link[rel~=icon]'),
    ].filter((element) =>
      /^(?:[a-z]+:)?\/\//i.test(element.getAttribute('src') ?? element.getAttribute('href') ?? ''),
    );
    return [...bad, ...handlers, ...foreign].map((element) => element.outerHTML.slice(0, 120));
  });
  expect(pages.filter(({ found }) => found.length > 0)).toEqual([]);
});

test('every page has one style sheet: one request, and no order of several that decides how it looks', async ({
  page,
}) => {
  const pages = await inEveryPage(page, (document) =>
    document.querySelector('meta[http-equiv=refresh]') === null
      ? document.querySelectorAll('link[rel~=stylesheet]').length
      : 1,
  );
  expect(pages.filter(({ found }) => found !== 1)).toEqual([]);
});

test('every page says its language, title, description, address and the same page in the other language @base', async ({
  page,
}) => {
  const pages = await inEveryPage(page, (document) => {
    const attribute = (selector: string, name: string): string | null =>
      document.querySelector(selector)?.getAttribute(name) ?? null;
    return {
      lang: document.documentElement.lang,
      title: document.title,
      description: attribute('meta[name=description]', 'content'),
      canonical: attribute('link[rel=canonical]', 'href'),
      sendsOn: document.querySelector('meta[http-equiv=refresh]') !== null,
      robots: attribute('meta[name=robots]', 'content'),
      alternates: [...document.querySelectorAll('link[rel=alternate][hreflang]:not([type])')].map((link) => [
        link.getAttribute('hreflang'),
        link.getAttribute('href'),
      ]),
    };
  });
  const indexed = pages.filter(
    ({ path, found }) => path !== '404.html' && !found.sendsOn && !found.robots?.includes('noindex'),
  );
  for (const { path, found } of indexed) {
    const rest = path.replace(/^zh\//, '').replace(/index\.html$/, '');
    const [english, chinese] = [`${SITE.origin}${SITE.base}${rest}`, `${SITE.origin}${SITE.base}zh/${rest}`];
    expect(found, path).toMatchObject({
      lang: path.startsWith('zh/') ? 'zh-CN' : 'en',
      canonical: path.startsWith('zh/') ? chinese : english,
      alternates: [
        ['en', english],
        ['zh-CN', chinese],
        ['x-default', english],
      ],
    });
    expect(found.title, path).not.toBe('');
    expect(found.description, path).toBeTruthy();
  }
  for (const key of ['title', 'description'] as const) {
    const values = indexed.map(({ found }) => found[key]);
    expect(
      values.filter((value, index) => values.indexOf(value) !== index),
      `${key} of two pages`,
    ).toEqual([]);
  }
});
