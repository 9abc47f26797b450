import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { PublishedEvidence } from '../../src/export/schema/evidence.ts';
import { formatNumber } from '../../src/i18n/format.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { stringsOf } from '../../src/i18n/strings.ts';
import { SITE } from './support/server.ts';
import { at, ENTRIES, LISTED, readBuilt } from './support/site.ts';
import { expect, test } from './support/test.ts';

const EVIDENCE = JSON.parse(readBuilt('v1/evidence.json')) as PublishedEvidence;

test('the evidence as JSON fits the schema that it names, and adds up to the entries @base', async ({
  request,
  baseURL,
}) => {
  const local = (url: string): string => url.replace(SITE.origin, new URL(baseURL ?? '').origin);
  const ajv = new Ajv2020({ allErrors: true });
  addFormats.default(ajv);
  const response = await request.get(local(EVIDENCE.urls.json));
  expect(response.headers()['content-type']).toBe('application/json; charset=utf-8');
  const validate = ajv.compile(await (await request.get(local(EVIDENCE.urls.schema))).json());
  expect(validate(await response.json()), JSON.stringify(validate.errors)).toBe(true);
  const trials = LISTED.flatMap(({ results }) =>
    Object.values(results?.causes ?? {}).flatMap((byEnvironment) =>
      Object.values(byEnvironment).flatMap((cause) =>
        Object.values(cause.remedies).flatMap((cell) => cell.trials.map(({ outcome }) => outcome)),
      ),
    ),
  );
  for (const [outcome, count] of Object.entries(EVIDENCE.trials))
    expect(count, outcome).toBe(trials.filter((one) => one === outcome).length);
});

for (const locale of LOCALES) {
  const t = stringsOf(locale);

  test(`${locale}: the evidence is one step from any page @base`, async ({ page }) => {
    await page.goto(at({ page: 'entry', id: ENTRIES[0]?.id ?? '' }, locale));
    await page.getByRole('contentinfo').getByRole('link', { name: t.evidence.title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.evidence.title);
    await page.goto(at({ page: 'home' }, locale));
    await page.getByRole('banner').getByRole('link', { name: t.evidence.title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.evidence.title);
  });

  test.describe(`${locale}, without script`, () => {
    test.use({ javaScriptEnabled: false });

    test('every chart has a name, a description, and a table with the same numbers', async ({ page }) => {
      await page.goto(at({ page: 'evidence' }, locale));
      const charts = page.getByRole('figure').filter({ has: page.getByRole('img') });
      expect(await charts.count()).toBeGreaterThanOrEqual(4);
      for (const chart of await charts.all()) {
        await expect(chart.getByRole('img')).toHaveAccessibleName(/\S/);
        await chart.getByText(t.evidence.data).click();
        const table = chart.getByRole('table');
        await expect(table).toBeVisible();
        // One rectangle of the chart for each number of the table that is not 0.
        const numbers = await table.locator('tbody tr').evaluateAll((rows) =>
          rows.flatMap((row) => {
            const cells = [...row.querySelectorAll('td')].map((cell) => cell.textContent);
            return (cells.length > 1 ? cells.slice(0, -1) : cells).filter((text) => text !== '0');
          }),
        );
        await expect(chart.getByRole('img').locator('rect')).toHaveCount(numbers.length);
      }
    });

    test('says how many trials ended how', async ({ page }) => {
      await page.goto(at({ page: 'evidence' }, locale));
      const outcomes = page.locator('figure', { has: page.locator('#chart-outcomes-title') }).first();
      for (const [outcome, count] of Object.entries(EVIDENCE.trials)) {
        if (count === 0) continue;
        await expect(outcomes.locator('svg').first()).toContainText(formatNumber(count, locale));
        await expect(outcomes.locator('svg').first()).toContainText(
          t.outcome[outcome as keyof typeof t.outcome],
        );
      }
    });

    test('names what surprised, and leads to its trials', async ({ page }) => {
      expect(EVIDENCE.surprises.length).toBeGreaterThan(0);
      await page.goto(at({ page: 'evidence' }, locale));
      const links = page
        .locator('section', { has: page.locator('#surprises') })
        .locator('a[href*="/trials/#"]');
      expect(await links.count()).toBeGreaterThan(0);
      await links.first().click();
      await expect(page).toHaveURL(/trials\/#/);
    });
  });
}
