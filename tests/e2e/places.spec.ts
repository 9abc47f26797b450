import { NARROW_COLUMNS } from '../../src/components/entry/columns.ts';
import type { PublishedEntry } from '../../src/export/schema/entry.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { PLACE_STRINGS } from '../../src/i18n/place-strings.ts';
import { at, ENTRIES, ENTRY, SPREAD } from './support/site.ts';
import { expect, test } from './support/test.ts';

const [CAUSE] = ENTRY.causes;
const REMEDY = ENTRY.remedies.find(({ rates }) => rates.cells.some(({ cause }) => cause === CAUSE?.id));
const CELL = `cell-${CAUSE?.id}.${REMEDY?.id}`;

for (const locale of LOCALES) {
  const path = at({ page: 'entry', id: ENTRY.id }, locale);
  const texts = PLACE_STRINGS[locale];

  test(`${locale}: a link to a cell of the matrix leads to it and marks it @base`, async ({ page }) => {
    await page.goto(`${path}#${CELL}`);
    const cell = page.locator('.mx td:target');
    await expect(cell).toHaveCount(1);
    await expect(cell).toBeInViewport();
    const link = cell.locator(`a[href$="#${CAUSE?.id}.${REMEDY?.id}"]`);
    await expect(link, 'the trials of this cause and remedy').toHaveCount(1);
    expect(await cell.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  });

  test(`${locale}: a cell shows its link when pointed at or reached by keyboard, and copies it`, async ({
    page,
    baseURL,
  }) => {
    await page.goto(path);
    const trials = page.locator(`a[href$="#${CAUSE?.id}.${REMEDY?.id}"]`);
    const cell = page.locator('.mx td', { has: trials });
    await cell.locator(trials).focus();
    const link = cell.locator('a.anchor');
    await expect(link).toHaveAttribute('aria-label', /./);
    await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    await expect(link).toHaveCSS('opacity', '1');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${new URL(path, baseURL)}#${CELL}`);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${new URL(path, baseURL)}#${CELL}`,
    );
    const other = page.locator('.mx tbody tr:not(.g) td').last();
    await other.hover();
    await expect(other.locator('a.anchor')).toHaveCSS('opacity', '1');
  });

  test(`${locale}: a link to a dropped remedy, or a step of it, says why it is gone`, async ({ page }) => {
    await page.route(`**/${ENTRY.id}.json`, async (route) => {
      const entry = (await (await route.fetch()).json()) as PublishedEntry;
      await route.fulfill({ json: { ...entry, dropped: { 'old-way': 'It deletes <b>data</b>.' } } });
    });
    for (const anchor of ['remedy-old-way', 'remedy-old-way-run']) {
      await page.goto('about:blank');
      await page.goto(`${path}#${anchor}`);
      const notice = page.getByRole('status').filter({ hasText: texts.dropped('old-way') });
      await expect(notice).toContainText('It deletes <b>data</b>.');
      await expect(notice.locator('a[href="#workarounds"]')).toBeVisible();
    }
    await page.getByRole('button', { name: texts.close }).click();
    await expect(page.locator('.missing')).toHaveCount(0);
  });

  test(`${locale}: a link to what is not there says so, and where to look`, async ({ page }) => {
    const cases = [
      ['cause-unheard-of', texts.gone.cause('unheard-of'), '#causes'],
      ['remedy-unheard-of', texts.gone.remedy('unheard-of'), '#dead-ends'],
      [`cell-${CAUSE?.id}.unheard-of`, texts.gone.remedy('unheard-of'), '#dead-ends'],
      ['unheard-of', texts.gone.other('unheard-of'), '#matrix'],
    ];
    await page.goto(path);
    for (const [anchor, sentence = '', heading] of cases) {
      await page.evaluate((hash) => location.assign(hash), `#${anchor}`);
      const notice = page.getByRole('status').filter({ hasText: sentence });
      await expect(notice.locator(`a[href="${heading}"]`)).toBeVisible();
    }
    await page.evaluate((hash) => location.assign(hash), `#remedy-${REMEDY?.id}-unheard-of`);
    await expect(page.getByRole('status').filter({ hasText: texts.step('unheard-of') })).toBeVisible();
    await expect(page.locator(`[id="remedy-${REMEDY?.id}"]`)).toBeInViewport();
  });

  test(`${locale}: a place inside something folded is opened`, async ({ page }) => {
    await page.goto(path);
    const folded = page.locator('section details').first();
    await folded
      .locator('div')
      .first()
      .evaluate((element) => {
        element.id = 'folded';
        location.hash = 'folded';
      });
    await expect(folded).toHaveAttribute('open', '');
    await expect(page.locator('#folded')).toBeInViewport();
  });
}

test('where a phone has no room for the column, a link to a cell leads to the remedy', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const { id, causes } = ENTRIES.find(({ remedies }) => remedies.length > NARROW_COLUMNS) ?? ENTRY;
  await page.goto(at({ page: 'entry', id }, 'en'));
  const hidden = page.locator('.mx thead th.x a').first();
  const remedy = (await hidden.getAttribute('href'))?.slice('#remedy-'.length);
  await page.evaluate((hash) => location.assign(hash), `#cell-${causes[0]?.id}.${remedy}`);
  await expect(page.getByRole('status').filter({ hasText: PLACE_STRINGS.en.noColumn })).toBeVisible();
  await expect(page.locator(`[id="remedy-${remedy}"]`)).toBeInViewport();
});

for (const width of [390, 1280]) {
  test(`at ${width} px, a link far down the longest entry leads there, and paper shows all of it`, async ({
    page,
  }) => {
    const { id, remedies } = SPREAD.at(-1) ?? ENTRY;
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${at({ page: 'entry', id }, 'en')}#remedy-${remedies.at(-1)?.id}`);
    const target = page.locator(':target');
    await expect(target).toBeInViewport();
    // What is above was never laid out, and turns out shorter than it was taken for.
    await expect.poll(() => target.evaluate((item) => Math.round(item.getBoundingClientRect().top))).toBe(72);
    await page.emulateMedia({ media: 'print' });
    const left = await page.locator('.it').evaluateAll((items) => {
      const laidOut = { contentVisibilityAuto: true };
      return items.flatMap(({ id, firstElementChild }) =>
        firstElementChild?.checkVisibility(laidOut) ? [] : id,
      );
    });
    expect(left).toEqual([]);
  });
}
