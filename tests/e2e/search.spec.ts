import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import { SEARCH_STRINGS } from '../../src/i18n/search-strings.ts';
import { stringsOf } from '../../src/i18n/strings.ts';
import { settled } from './support/settled.ts';
import { at, ENTRIES } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** What readers type, and the entry that they mean. */
const QUERIES: { locale: Locale; query: string; id: string }[] = [
  { locale: 'en', query: 'failed to push', id: 'git/failed-to-push-some-refs' },
  { locale: 'en', query: 'EADDRINUSE', id: 'node/err-address-already-in-use-eaddrinuse' },
  { locale: 'en', query: 'EADDR', id: 'node/err-address-already-in-use-eaddrinuse' },
  { locale: 'en', query: '502', id: 'api/http-502-bad-gateway-upstream-connection-reset' },
  { locale: 'zh', query: '端口被占用', id: 'node/err-address-already-in-use-eaddrinuse' },
  { locale: 'zh', query: '端口已被占用', id: 'node/err-address-already-in-use-eaddrinuse' },
  { locale: 'zh', query: '证书过期', id: 'tls/curl-60-certificate-has-expired' },
  { locale: 'zh', query: '推送被拒绝', id: 'git/failed-to-push-some-refs' },
  { locale: 'zh', query: 'ＥＡＤＤＲＩＮＵＳＥ', id: 'node/err-address-already-in-use-eaddrinuse' },
];

/** The end of the address of an entry. */
const ending = (id: string, locale: Locale): RegExp =>
  new RegExp(`${at({ page: 'entry', id }, locale).slice(1)}$`);

for (const { locale, query, id } of QUERIES) {
  test(`${locale}: "${query}" finds ${id} first, by keyboard alone @base`, async ({ page }) => {
    expect(ENTRIES.map((entry) => entry.id)).toContain(id);
    await page.goto(at({ page: 'home' }, locale));
    await page.keyboard.press('/');
    await page.keyboard.type(query);
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(ending(id, locale));
  });
}

for (const locale of LOCALES) {
  const strings = { ...SEARCH_STRINGS[locale], box: stringsOf(locale).search.box };
  const [first] = ENTRIES;

  test(`${locale}: Ctrl-K leads to the box from an entry, Escape closes the list`, async ({ page }) => {
    await page.goto(at({ page: 'entry', id: first?.id ?? '' }, locale));
    await page.keyboard.press('Control+k');
    const box = page.getByRole('combobox');
    await expect(box).toBeFocused();
    await page.keyboard.type('git');
    await expect(page.getByRole('listbox')).toBeVisible();
    await expect(box).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(box).toHaveAttribute('aria-expanded', 'false');
    await expect(box).toBeFocused();
  });

  test(`${locale}: the arrow keys go round, and the box says which option is meant`, async ({ page }) => {
    await page.goto(at({ page: 'home' }, locale));
    const box = page.getByRole('combobox');
    await box.fill('error');
    await expect(page.getByRole('option').first()).toBeVisible();
    await box.press('ArrowUp');
    const last = page.getByRole('option').last();
    await expect(last).toHaveAttribute('aria-selected', 'true');
    await expect(box).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id')) ?? '');
    await box.press('ArrowDown');
    await expect(page.getByRole('option', { selected: true })).toHaveCount(0);
  });

  test(`${locale}: what is not there is said, and announced`, async ({ page }) => {
    await page.goto(at({ page: 'home' }, locale));
    await page.getByRole('combobox').fill('zzqqxxyy');
    await expect(page.getByRole('status').first()).toHaveText(strings.nothing('zzqqxxyy'));
    await expect(page.getByRole('option')).toHaveCount(0);
  });

  test(`${locale}: ?q= fills the box and searches, on the page for it too`, async ({ page }) => {
    await page.goto(`${at({ page: 'home' }, locale)}?q=git`);
    await expect(page.getByRole('combobox')).toHaveValue('git');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.goto(`${at({ page: 'search' }, locale)}?q=git`);
    await expect(page.locator('section.found a').first()).toHaveAttribute(
      'href',
      ending('git/failed-to-push-some-refs', locale),
    );
  });

  test(`${locale}: what comes in pushes nothing about that is in sight`, async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${at({ page: 'search' }, locale)}?q=npm`);
    await expect(page.locator('section.found li > a').first()).toBeVisible();
    await settled(page);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.0005);
  });

  test(`${locale}: what has the words is filtered by domain, the address says so, and going back undoes it`, async ({
    page,
  }) => {
    await page.goto(at({ page: 'search' }, locale));
    const box = page.getByRole('combobox', { name: strings.box });
    await box.fill('npm');
    await box.press('Enter');
    await expect(page).toHaveURL(/\?q=npm$/);
    const found = page.locator('section.found li > a');
    await expect(found.first()).toBeVisible();
    const all = await found.count();
    const domain = page.locator('section.found select[name=domain]');
    await domain.selectOption('npm');
    await expect(page).toHaveURL(/\?q=npm&domain=npm$/);
    await expect.poll(() => found.count()).toBeLessThan(all);
    const home = at({ page: 'home' }, locale).slice(1);
    for (const link of await found.all())
      await expect(link).toHaveAttribute('href', new RegExp(`${home}npm/`));
    await page.goBack();
    await expect(domain).toHaveValue('');
    await expect(found).toHaveCount(all);
    await page.goto(`${at({ page: 'search' }, locale)}?q=npm&domain=npm`);
    await expect(domain).toHaveValue('npm');
    await expect.poll(() => found.count()).toBeLessThan(all);
  });

  test(`${locale}: markup in a query stays text`, async ({ page }) => {
    const query = '<img src=x onerror=alert(1)>';
    await page.goto(`${at({ page: 'search' }, locale)}?q=${encodeURIComponent(query)}`);
    await expect(page.getByRole('combobox')).toHaveValue(query);
    await expect(page.locator('section.found')).toBeVisible();
    await expect(page.locator('img')).toHaveCount(0);
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    test(`${locale}: the box leads to the list of all errors`, async ({ page }) => {
      await page.goto(at({ page: 'home' }, locale));
      await page.getByRole('searchbox').fill('git');
      await page.getByRole('searchbox').press('Enter');
      await expect(page).toHaveURL(/search\/\?q=git$/);
      for (const { id } of ENTRIES)
        await expect(
          page.locator(`a[href$="${at({ page: 'entry', id }, locale).slice(1)}"]`).first(),
        ).toBeVisible();
    });
  });
}
