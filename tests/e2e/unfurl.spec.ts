import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { DIST, SITE } from './support/server.ts';
import { ENTRIES, inEveryPage } from './support/site.ts';
import { expect, test } from './support/test.ts';

test('every page has what a link to it unfurls to, and a picture that exists @base', async ({ page }) => {
  const pages = await inEveryPage(page, (document) => {
    const content = (selector: string): string | null =>
      document.querySelector(`meta[${selector}]`)?.getAttribute('content') ?? null;
    return {
      moved: document.querySelector('meta[http-equiv=refresh]') !== null,
      canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
      url: content('property="og:url"'),
      title: content('property="og:title"'),
      type: content('property="og:type"'),
      description: content('property="og:description"'),
      described: content('name=description'),
      image: content('property="og:image"'),
      card: content('name="twitter:card"'),
      data: document.querySelector('script[type="application/ld+json"]')?.textContent ?? null,
    };
  });
  const withPicture = new Map<string, string[]>();
  // What only sends its reader on is not what a link unfurls to.
  for (const { path, found } of pages.filter((one) => !one.found.moved)) {
    expect(found.title, path).toBeTruthy();
    expect(found.description, path).toBe(found.described);
    expect(found.url, path).toBe(found.canonical);
    expect(found.card, path).toBe('summary_large_image');
    const prefix = `${SITE.origin}${SITE.base}`;
    expect(found.image?.startsWith(`${prefix}assets/og.`), `${path}: ${found.image}`).toBe(true);
    const picture = found.image?.slice(prefix.length) ?? '';
    withPicture.set(picture, [...(withPicture.get(picture) ?? []), path]);
    const isEntry = ENTRIES.some(({ id }) => [`${id}/index.html`, `zh/${id}/index.html`].includes(path));
    expect(found.type, path).toBe(isEntry ? 'article' : 'website');
    if (!isEntry) continue;
    const data = JSON.parse(found.data ?? 'null') as Record<string, unknown>;
    expect(data, path).toMatchObject({ '@type': 'TechArticle', url: found.canonical, image: found.image });
  }
  for (const picture of withPicture.keys()) {
    const file = join(DIST, picture);
    expect(statSync(file).size, picture).toBeLessThanOrEqual(60 * 1024);
    const { width, height } = await sharp(readFileSync(file)).metadata();
    expect({ width, height }, picture).toEqual({ width: 1200, height: 630 });
  }
  for (const { id } of ENTRIES) {
    const own = [...withPicture.values()].filter((paths) =>
      paths.some((path) => path === `${id}/index.html` || path === `zh/${id}/index.html`),
    );
    expect(own, 'a picture of its own in each language').toEqual([
      [`${id}/index.html`],
      [`zh/${id}/index.html`],
    ]);
  }
});
