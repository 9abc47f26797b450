import { LOCALES } from '../../src/i18n/locales.ts';
import { SECURITY_HEADERS } from '../../src/server/headers.ts';
import { SITE } from './support/server.ts';
import { at, ENTRIES, ENTRY, LISTED, readBuilt } from './support/site.ts';
import { expect, test } from './support/test.ts';

for (const locale of LOCALES) {
  test(`${locale}: home lists every entry by domain and leads to it @base`, async ({ page }) => {
    await page.goto(at({ page: 'home' }, locale));
    for (const { id, domain } of LISTED) {
      for (const ref of [{ page: 'domain', domain } as const, { page: 'entry', id } as const])
        await expect(page.locator(`main a[href$="${at(ref, locale).slice(1)}"]`).first()).toBeVisible();
    }
    const { id } = ENTRY;
    await page
      .locator(`main a[href$="${at({ page: 'entry', id }, locale).slice(1)}"]`)
      .first()
      .click();
    await expect(page).toHaveURL((url) => url.pathname.endsWith(`${id}/`));
  });

  test(`${locale}: the first stop of the Tab key leads past the head of the page`, async ({ page }) => {
    await page.goto(at({ page: 'entry', id: ENTRIES[0]?.id ?? '' }, locale));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#main$/);
  });
}

test('an address that leads nowhere gets the 404 page of the site, in both languages @base', async ({
  page,
  request,
}) => {
  const response = await request.get('./git/no-such-entry/');
  expect(response.status()).toBe(404);
  expect(response.headers()['content-security-policy']).toBe(SECURITY_HEADERS['Content-Security-Policy']);
  expect(await response.text()).toBe(readBuilt('404.html'));
  await page.goto('./404.html');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[lang="zh-CN"]').first()).toBeVisible();
  await expect(page.getByRole('searchbox').or(page.getByRole('combobox')).first()).toBeVisible();
});

test('the build tells hosts which headers to send @base', () => {
  const file = readBuilt('_headers');
  expect(file).toContain(`${SITE.base}*\n`);
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    expect(file).toContain(`  ${name}: ${value}\n`);
});
