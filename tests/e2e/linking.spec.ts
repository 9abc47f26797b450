import { EXAMPLE_ENTRY, linkExamples } from '../../src/components/guide/linking.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { bindRoutes } from '../../src/i18n/routes.ts';
import { SITE } from './support/server.ts';
import { at, ENTRIES, readBuilt } from './support/site.ts';
import { expect, test } from './support/test.ts';

const MESSAGE = 'Error: listen EADDRINUSE: address already in use 127.0.0.1:8461';

for (const locale of LOCALES) {
  test(`${locale}: the guide shows the examples with the addresses of this site @base`, async ({ page }) => {
    await page.goto(at({ page: 'guide', name: 'linking' }, locale));
    const shown = await page.locator('.guide .cmd pre').allTextContents();
    expect(shown).toEqual(Object.values(linkExamples(bindRoutes(SITE), locale)).map(({ text }) => text));
    await expect(page.getByRole('img')).toHaveJSProperty('complete', true);
    expect(
      await page.getByRole('img').evaluate((image) => (image as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(0);
  });

  test(`${locale}: the link of an alert opens with its message recognised @base`, async ({
    page,
    baseURL,
  }) => {
    const { text } = linkExamples(bindRoutes(SITE), locale)['grafana'] ?? { text: '' };
    const template = /runbook_url: '(.*)'/.exec(text)?.[1] ?? '';
    // As Go's urlquery writes it: https://pkg.go.dev/net/url#QueryEscape
    const query = new URLSearchParams({ q: MESSAGE }).toString().slice('q='.length);
    const link = template
      .replace(/\{\{.*\}\}/, () => query)
      .replace(`${SITE.origin}${SITE.base}`, baseURL ?? '');
    await page.goto(link);
    await expect(page.locator('.found')).toContainText('EADDRINUSE');
    await expect(page.locator('.found')).toContainText('8461');
  });

  test(`${locale}: the anchors of the guide lead to their places`, async ({ page, baseURL }) => {
    const { text } = linkExamples(bindRoutes(SITE), locale)['anchors'] ?? { text: '' };
    for (const link of text.split('\n').slice(1)) {
      await page.goto('about:blank');
      await page.goto(link.replace(`${SITE.origin}${SITE.base}`, baseURL ?? ''));
      await expect(page.locator(':target')).toBeInViewport();
    }
  });
}

test('every entry has a badge that is an image of its own, with the fix rate of its page @base', async ({
  page,
  request,
}) => {
  await page.goto(at({ page: 'home' }, 'en'));
  for (const { id, rates, withdrawn } of ENTRIES) {
    const response = await request.get(`./${id}.svg`);
    expect(response.headers()['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(response.headers()['access-control-allow-origin']).toBe('*');
    const { proven, causes } = rates.fixRate;
    const text = withdrawn === null ? `${proven}/${causes} causes` : 'withdrawn';
    expect(readBuilt(`${id}.svg`)).toContain(`${text}</text>`);
  }
  expect(ENTRIES.map(({ id }) => id)).toContain(EXAMPLE_ENTRY);
});
