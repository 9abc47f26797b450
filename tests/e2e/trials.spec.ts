import { brotliCompressSync } from 'node:zlib';
import { LOCALES } from '../../src/i18n/locales.ts';
import { at, ENTRIES, readBuilt } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** What a page of trials may weigh, however many there are. */
const PAGE = 100 * 1024;

for (const { id, results, causes, remedies } of ENTRIES.filter((entry) => entry.results !== null)) {
  for (const locale of LOCALES) {
    const path = at({ page: 'entry', id }, locale);
    const trials = at({ page: 'trials', id }, locale);

    test.describe(`${id}, ${locale}, without script`, () => {
      test.use({ javaScriptEnabled: false });

      test('every fraction of the matrix leads to as many trials as it says', async ({ page }) => {
        await page.goto(path);
        const cells = await page
          .locator('table.mx td a')
          .evaluateAll((all) => all.map((link) => [link.getAttribute('href') ?? '', link.textContent ?? '']));
        await page.goto(trials);
        const counted = await page.locator('details > div').evaluateAll((all) =>
          all.map((cell) => {
            const times = [...cell.querySelectorAll('.seen')].map((group) => ({
              outcome: group.getAttribute('data-outcome'),
              count: [...group.querySelectorAll('.envs small')].reduce(
                (sum, small) => sum + Number.parseInt(small.textContent ?? '', 10),
                0,
              ),
            }));
            const sum = (some: typeof times): number => some.reduce((total, { count }) => total + count, 0);
            const applicable = times.filter(({ outcome }) => outcome !== 'not-applicable');
            const fixed = applicable.filter(({ outcome }) => outcome === 'fixed');
            return [cell.id, `${sum(fixed)}/${sum(applicable)}`];
          }),
        );
        const found = new Map(counted.map(([anchor = '', fraction = '']) => [anchor, fraction]));
        const inMatrix = cells.filter(([href]) => href?.includes('.'));
        expect(inMatrix.length).toBeGreaterThan(0);
        for (const [href = '', text = ''] of inMatrix) {
          const anchor = href.replace('trials/#', '');
          expect(text, anchor).toContain(found.get(anchor) ?? 'no such place');
        }
      });

      test('every trial of the JSON stands there, with its environment', async ({ page }) => {
        await page.goto(trials);
        const ids = new Set(await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id)));
        const wanted = Object.entries(results?.causes ?? {}).flatMap(([cause, byEnvironment]) =>
          Object.entries(byEnvironment).flatMap(([environment, result]) => [
            `cause-${cause}.${environment}`,
            ...(result.outcome === 'reproduced' ? Object.keys(result.remedies) : []).map(
              (remedy) => `${cause}.${remedy}.${environment}`,
            ),
          ]),
        );
        expect(wanted.filter((anchor) => !ids.has(anchor))).toEqual([]);
      });
    });

    test(`${id}, ${locale}: a link to a cell opens it, with commands, exit status and output`, async ({
      page,
    }) => {
      const remedy = remedies.find(({ rates }) => rates.cells.some(({ trials: n }) => n > 0));
      const cause = causes.find(({ id: one }) => remedy?.rates.cells.some((cell) => cell.cause === one));
      await page.goto(`${trials}#${cause?.id}.${remedy?.id}`);
      const place = page.locator(`[id="${cause?.id}.${remedy?.id}"]`);
      await expect(place).toBeVisible();
      await expect(place.locator('.ran code').first()).toBeVisible();
      await expect(place.locator('.ran .n').first()).toContainText(/\S/);
      await page.goto(`${trials}#cause-${cause?.id}`);
      await page.evaluate((anchor) => {
        location.hash = anchor;
      }, `tell-${cause?.id}`);
      if ((await page.locator(`[id="tell-${cause?.id}"]`).count()) > 0)
        await expect(page.locator(`[id="tell-${cause?.id}"]`)).toBeVisible();
    });

    test(`${id}, ${locale}: the page of trials is left to readers, and stays small`, async ({ page }) => {
      await page.goto(trials);
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
      await expect(page.locator('[data-pagefind-body]')).toHaveCount(0);
      expect(brotliCompressSync(readBuilt(`${trials.slice(2)}index.html`)).byteLength).toBeLessThan(PAGE);
    });
  }
}
