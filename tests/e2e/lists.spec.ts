import type { PublishedChanges } from '../../src/export/schema/changes.ts';
import { LIST_STRINGS } from '../../src/i18n/list-strings.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { FACETS, type PageRef } from '../../src/i18n/routes.ts';
import { stringsOf } from '../../src/i18n/strings.ts';
import { at, builtFiles, ENTRY, LISTED, readBuilt } from './support/site.ts';
import { expect, test } from './support/test.ts';

const IDS = LISTED.map(({ id }) => id).sort();
const [FIRST = '', SECOND = ''] = [...new Set(LISTED.map(({ domain }) => domain))].sort();

/** Ids of the entries that a list shows, in its order. */
function idsIn(rows: { href: string | null }[]): string[] {
  return rows.map(({ href }) => (href ?? '').split('/').slice(-3, -1).join('/'));
}

for (const locale of LOCALES) {
  const t = stringsOf(locale);
  const texts = LIST_STRINGS[locale];

  test.describe(`lists, ${locale}`, () => {
    test.beforeEach(async ({ page }) => {
      await page.goto(at({ page: 'errors' }, locale));
    });

    const shown = async (page: import('@playwright/test').Page): Promise<string[]> =>
      idsIn(
        await page
          .locator('table.ls tbody tr th a')
          .evaluateAll((links) => links.map((link) => ({ href: link.getAttribute('href') }))),
      );

    test('hold every error, and lead to each domain, category, tool and tag @base', async ({ page }) => {
      expect(await shown(page)).toEqual(IDS);
      for (const facet of FACETS) {
        await page.goto(at({ page: 'facets', facet }, locale));
        const values = LISTED.flatMap((entry) => (facet === 'tag' ? entry.tags : [entry[facet]]));
        await expect(page.locator('.cnt a')).toHaveCount(new Set(values).size);
      }
      const ref: PageRef = { page: 'facet', facet: 'category', value: ENTRY.category };
      await page.goto(at(ref, locale));
      const same = LISTED.filter(({ category }) => category === ENTRY.category).map(({ id }) => id);
      expect(await shown(page)).toEqual(same.sort());
    });

    test('are filtered, and the address says how; going back takes the filter away @base', async ({
      page,
    }) => {
      const inFirst = IDS.filter((id) => id.startsWith(`${FIRST}/`));
      const domain = page.locator('select[name=domain]');
      await domain.selectOption(FIRST);
      await expect(page.getByRole('status').last()).toHaveText(texts.found(inFirst.length, IDS.length));
      expect(await shown(page)).toEqual(inFirst);
      await expect(page).toHaveURL(/\?domain=[a-z-]+$/);
      await domain.selectOption(SECOND);
      await expect(page).toHaveURL(new RegExp(`\\?domain=${SECOND}$`));
      await page.goBack();
      await expect(domain).toHaveValue(FIRST);
      await expect.poll(() => shown(page)).toEqual(inFirst);
      await page.getByRole('button', { name: t.lists.reset }).click();
      await expect.poll(() => shown(page)).toEqual(IDS);
      await expect(page).toHaveURL(/errors\/$/);
    });

    test('open as an address asks, and the other language keeps it', async ({ page }) => {
      await page.goto(`${at({ page: 'errors' }, locale)}?sort=causes&domain=${FIRST}#main`);
      const inFirst = LISTED.filter(({ id }) => id.startsWith(`${FIRST}/`))
        .toSorted((a, b) => b.causes.length - a.causes.length)
        .map(({ id }) => id);
      await expect.poll(() => shown(page)).toEqual(inFirst);
      await page.locator('header a[hreflang]').click();
      await expect(page).toHaveURL(
        new RegExp(
          `${locale === 'en' ? '/zh/errors/' : '(?<!zh)/errors/'}\\?sort=causes&domain=${FIRST}#main$`,
        ),
      );
      await expect(page.locator('select[name=domain]')).toHaveValue(FIRST);
    });

    test('are searched by words, and say where nothing fits', async ({ page }) => {
      const words = page.getByLabel(t.lists.words);
      await words.fill(ENTRY.id);
      await expect.poll(() => shown(page)).toEqual([ENTRY.id]);
      await words.fill('zzqqxxyy');
      await expect(page.getByRole('status').last()).toHaveText(texts.none);
      expect(await shown(page)).toEqual([]);
    });

    test('sort by fix rate, the highest first', async ({ page }) => {
      await page.getByRole('combobox', { name: t.lists.sort }).selectOption('rate');
      const rates = new Map(LISTED.map(({ id, rates }) => [id, rates.fixRate.value ?? -1]));
      const sorted = IDS.toSorted((a, b) => (rates.get(b) ?? 0) - (rates.get(a) ?? 0));
      await expect.poll(() => shown(page)).toEqual(sorted);
    });

    test('say when the data for filters does not come, and stay as they were', async ({ page }) => {
      await page.route('**/errors/rows/*', (route) => route.fulfill({ body: 'cut off' }));
      await page.getByRole('combobox', { name: t.lists.sort }).selectOption('rate');
      await expect(page.getByRole('status').last()).toHaveText(texts.failed);
      expect(await shown(page)).toEqual(IDS);
      await page.unroute('**/errors/rows/*');
      await page.getByRole('combobox', { name: t.lists.sort }).selectOption('causes');
      await expect(page.getByRole('status').last()).toHaveText(texts.found(IDS.length, IDS.length));
    });
  });

  test(`${locale}: what is new and changed stands under the day on which it was recorded @base`, async ({
    page,
  }) => {
    await page.goto(at({ page: 'new' }, locale));
    const { changes } = JSON.parse(readBuilt('v1/changes.json')) as PublishedChanges;
    const dates = changes.map(({ date }) => date);
    const days = await page
      .locator('h2 time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime')));
    expect(days).toEqual([...new Set(dates)]);
    const rows = new Set(changes.map(({ id, date }) => `${id} ${date}`));
    await expect(page.locator('main li a')).toHaveCount(rows.size);
    const created = changes.filter((one) => one.changes.includes('created'));
    await expect(page.locator(`h3:text-is("${t.changes.new}") + ul > li`)).toHaveCount(created.length);
    for (const type of ['application/atom+xml', 'application/feed+json'])
      await expect(page.locator(`main a[type="${type}"]`)).toBeVisible();
  });

  test(`${locale}: every dead end is listed with how often it failed, and led to @base`, async ({ page }) => {
    await page.goto(at({ page: 'dead-ends' }, locale));
    const home = at({ page: 'home' }, locale).slice(1);
    for (const { id, remedies, text } of LISTED) {
      for (const remedy of remedies.filter(({ side }) => side === 'dead-end')) {
        const row = page.locator('li', { has: page.locator(`a[href$="${home}${id}/#remedy-${remedy.id}"]`) });
        const { title = '' } = text[locale].remedies.find(({ id: own }) => own === remedy.id) ?? {};
        await expect(row).toContainText(title.replaceAll('`', ''));
        await expect(row.locator('small')).toHaveText(/\d|尚未|not measured/);
      }
    }
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    test(`${locale}: a list is whole and shows no filter that does nothing`, async ({ page }) => {
      await page.goto(at({ page: 'errors' }, locale));
      await expect(page.locator('table.ls tbody tr')).toHaveCount(IDS.length);
      await expect(page.locator('form.flt')).toBeHidden();
    });
  });
}

test('what a page of a list has beside its rows stays under 15 KB', () => {
  const lists = builtFiles('.html').filter((path) => readBuilt(path).includes('table class="tb stack ls"'));
  expect(lists.length).toBeGreaterThan(0);
  for (const path of lists) {
    const frame = readBuilt(path).replace(/<tbody[\s\S]*<\/tbody>/, '');
    expect(Buffer.byteLength(frame), path).toBeLessThan(15_000);
  }
});
