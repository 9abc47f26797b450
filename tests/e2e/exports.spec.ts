import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { LOCALES } from '../../src/i18n/locales.ts';
import { SITE } from './support/server.ts';
import { at, ENTRIES } from './support/site.ts';
import { expect, test } from './support/test.ts';

for (const entry of ENTRIES) {
  for (const locale of LOCALES) {
    test(`the page of ${entry.id}, ${locale}, leads to its JSON and Markdown @base`, async ({
      page,
      request,
      baseURL,
    }) => {
      await page.goto(at({ page: 'entry', id: entry.id }, locale));
      for (const [type, ending] of [
        ['application/json', '.json'],
        ['text/markdown', '.md'],
      ] as const) {
        // One of each, in the language of the page. A language said here would make it, to search engines, another page.
        const link = page.locator(`link[rel=alternate][type="${type}"]:not([hreflang])`);
        const href = (await link.getAttribute('href')) ?? '';
        const here = href.replace(SITE.origin, new URL(baseURL ?? '').origin);
        const response = await request.get(here);
        expect(response.status(), href).toBe(200);
        expect(response.headers()['content-type']).toBe(`${type}; charset=utf-8`);
        const folder = ending === '.md' ? at({ page: 'home' }, locale).slice(2) : '';
        expect(href.endsWith(`${SITE.base}${folder}${entry.id}${ending}`), href).toBe(true);
        await expect(page.locator(`a[href$="${entry.id}${ending}"]`).first()).toBeVisible();
      }
    });
  }

  test(`the JSON of ${entry.id} fits the schema that it names @base`, async ({ request, baseURL }) => {
    const local = (url: string): string => url.replace(SITE.origin, new URL(baseURL ?? '').origin);
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
    addFormats.default(ajv);
    const validate = ajv.compile(await (await request.get(local(entry.urls.schema))).json());
    expect(validate(entry), JSON.stringify(validate.errors)).toBe(true);
    for (const url of [entry.urls.json, entry.urls.en.page, entry.urls.zh.markdown])
      expect((await request.get(local(url))).status(), url).toBe(200);
  });
}
