import { LANGUAGE_TAGS, LOCALES } from '../../src/i18n/locales.ts';
import { OFFER_STRINGS } from '../../src/i18n/offer-strings.ts';
import { otherLocale } from '../../src/i18n/routes.ts';
import { stringsOf } from '../../src/i18n/strings.ts';
import { settled } from './support/settled.ts';
import { at, ENTRIES, ENTRY } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** Entries whose English text has changed since it was translated: see scripts/test/linked-content.ts. */
const CHANGED = ENTRIES.filter(({ aliases }) => aliases.some((alias) => alias.endsWith('-formerly')));

test('a translation that is behind its English text says so, and leads to it @base', async ({ page }) => {
  for (const { id } of CHANGED) {
    await page.goto(at({ page: 'entry', id }, 'en'));
    await expect(page.locator('.stale')).toHaveCount(0);
    await page.goto(at({ page: 'entry', id }, 'zh'));
    const link = page.getByRole('note').getByRole('link');
    await expect(page.getByRole('note')).toContainText(stringsOf('zh').entry.stale);
    await expect(link).toHaveAttribute('href', new RegExp(`(?<!zh)/${id}/$`));
  }
});

for (const locale of LOCALES) {
  const other = otherLocale(locale);
  const { text, close } = OFFER_STRINGS[locale];
  const path = at({ page: 'entry', id: ENTRY.id }, other);
  const target = new RegExp(`${at({ page: 'entry', id: ENTRY.id }, locale).slice(1)}\\?a=b#record$`);

  test.describe(`a browser that asks for ${locale}`, () => {
    test.use({ locale: LANGUAGE_TAGS[locale] });

    test('is offered its language, at the same place, and stays where it is @base', async ({ page }) => {
      await page.goto(`${path}?a=b#record`);
      const offer = page.getByRole('complementary', { name: text });
      await expect(offer).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', LANGUAGE_TAGS[other]);
      await offer.getByRole('link').click();
      await expect(page).toHaveURL(target);
      await expect(page.getByRole('complementary')).toHaveCount(0);
      await page.goto(path);
      await expect(page.locator('header')).toBeVisible();
      await settled(page);
      await expect(page.getByRole('complementary')).toHaveCount(0);
    });

    test('is not offered it again once the line was closed', async ({ page }) => {
      await page.goto(path);
      const offer = page.getByRole('complementary', { name: text });
      await offer.getByRole('button', { name: close }).press('Enter');
      await expect(offer).toHaveCount(0);
      await page.reload();
      await settled(page);
      await expect(offer).toHaveCount(0);
    });

    test('finds nothing to be offered in its own language', async ({ page }) => {
      await page.goto(at({ page: 'entry', id: ENTRY.id }, locale));
      await settled(page);
      await expect(page.getByRole('complementary')).toHaveCount(0);
    });
  });

  test(`${locale}: the link to the other language keeps the place and what was asked`, async ({ page }) => {
    await page.goto(`${at({ page: 'entry', id: ENTRY.id }, other)}?a=b#record`);
    await page.locator('header a[hreflang]').press('Enter');
    await expect(page).toHaveURL(target);
  });
}
