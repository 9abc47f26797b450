import { formatPercent } from '../../src/i18n/format.ts';
import { LANGUAGE_TAGS, LOCALES } from '../../src/i18n/locales.ts';
import { otherLocale } from '../../src/i18n/routes.ts';
import { stringsOf } from '../../src/i18n/strings.ts';
import { at, ENTRIES, SPREAD } from './support/site.ts';
import { expect, test } from './support/test.ts';

for (const entry of ENTRIES) {
  for (const locale of LOCALES) {
    const path = at({ page: 'entry', id: entry.id }, locale);
    const text = entry.text[locale];
    const strings = stringsOf(locale);

    test.describe(`${entry.id}, ${locale}, without script`, () => {
      test.use({ javaScriptEnabled: false });

      test('says what it is and gives its figures by their names', async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page.getByRole('main')).toContainText(text.summary.replaceAll('`', ''));
        const { fixRate, confidence, evidence, firstSeen } = strings.figure;
        for (const name of [fixRate, confidence, evidence])
          await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
        // A date that nobody knows is absent.
        const dates = page.locator('.gau').getByText(firstSeen, { exact: true });
        await expect(dates).toHaveCount(entry.firstSeen === null ? 0 : 1);
        const { value } = entry.rates.fixRate;
        if (value !== null) await expect(page.getByRole('main')).toContainText(formatPercent(value, locale));
      });

      test('shows every wording, cause, remedy and step of the model, each with its anchor', async ({
        page,
      }) => {
        await page.goto(path);
        const anchors = [
          ...text.findings.map(({ id }) => `finding-${id}`),
          ...entry.causes.map(({ id }) => `cause-${id}`),
          ...entry.remedies.flatMap(({ id, steps }) => [
            `remedy-${id}`,
            ...steps.map((step) => `remedy-${id}-${step.id}`),
          ]),
        ];
        const links = await page
          .locator('a[href^="#"]')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
        for (const anchor of anchors) {
          await expect(page.locator(`[id="${anchor}"]`), anchor).toHaveCount(1);
          expect(links, 'a link to copy').toContain(`#${anchor}`);
        }
        const shown = (await page.getByRole('main').textContent())?.replace(/\s+/g, ' ') ?? '';
        const commands = entry.remedies.flatMap(({ steps }) => steps.flatMap(({ example }) => example ?? []));
        const missing = commands.filter((command) => !shown.includes(command.replace(/\s+/g, ' ').trim()));
        expect(missing).toEqual([]);
      });

      test('shows the fractions of the JSON in the matrix', async ({ page }) => {
        await page.goto(path);
        const shown = await page.locator('table:has(th a[href^="#cause-"])').evaluate(readMatrix);
        expect(shown.length).toBeGreaterThan(0);
        const tried = entry.remedies.flatMap(({ id, rates }) =>
          rates.cells.map(({ cause, fixed, trials }) => ({
            cause,
            remedy: id,
            fixed: fixed === 0 ? null : `${fixed}/${trials}`,
          })),
        );
        const key = ({ cause, remedy }: { cause: string; remedy: string }): string => `${cause} ${remedy}`;
        const wanted = new Map(tried.map((cell) => [key(cell), cell]));
        // What was never tried may show the fraction of its reports.
        const inLab = shown.filter((cell) => wanted.has(key(cell)));
        expect(inLab).toEqual(inLab.map((cell) => wanted.get(key(cell))));
      });
    });
  }
}

for (const entry of SPREAD) {
  for (const locale of LOCALES) {
    const path = at({ page: 'entry', id: entry.id }, locale);

    test.describe(`${entry.id}, ${locale}, without script`, () => {
      test.use({ javaScriptEnabled: false });

      test('names what its matrix leaves out as a list, whatever the width', async ({ page }) => {
        await page.goto(path);
        for (const width of [390, 1280]) {
          await page.setViewportSize({ width, height: 844 });
          const shown = await page.locator('.mx + p').filter({ visible: true }).allInnerTexts();
          // No item stands before the first comma, or none between two.
          expect(shown.filter((note) => /(?:[:：]|[,、])\s*[,、]/.test(note))).toEqual([]);
        }
      });

      test('leads to the same page in the other language', async ({ page }) => {
        await page.goto(path);
        const other = otherLocale(locale);
        await page.locator(`a[hreflang="${LANGUAGE_TAGS[other]}"]`).first().click();
        await expect(page).toHaveURL((url) =>
          url.pathname.endsWith(at({ page: 'entry', id: entry.id }, other).slice(1)),
        );
        await expect(page.locator('html')).toHaveAttribute('lang', LANGUAGE_TAGS[other]);
      });
    });

    test(`${entry.id}, ${locale}: a copy button puts the exact command on the clipboard`, async ({
      page,
    }) => {
      await page.goto(path);
      for (const { id, steps } of entry.remedies.filter(({ side }) => side === 'workaround')) {
        const step = steps.find(({ form }) => form === 'sh');
        if (step === undefined) continue;
        const block = page.locator(`[id="remedy-${id}-${step.id}"]`);
        await block.getByRole('button').first().click();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(step.example);
      }
    });

    test(`${entry.id}, ${locale}: nobody is invited to copy a dead end`, async ({ page }) => {
      await page.goto(path);
      for (const { id } of entry.remedies.filter(({ side }) => side === 'dead-end'))
        await expect(page.locator(`[id^="remedy-${id}-"]`).getByRole('button')).toHaveCount(0);
    });

    test(`${entry.id}, ${locale}: the mark beside a cause copies the link to it`, async ({
      page,
      baseURL,
    }) => {
      await page.goto(path);
      const [cause] = entry.causes;
      const place = page.locator(`[id="cause-${cause?.id}"]`);
      await place.hover();
      await place.locator('a.anchor').first().click();
      const link = `${new URL(path, baseURL)}#cause-${cause?.id}`;
      await expect(page).toHaveURL(link);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    });
  }
}

/** Read the matrix of a page: the fraction in each cell that says that something was fixed. */
function readMatrix(table: Element): { cause: string; remedy: string; fixed: string | null }[] {
  const target = (cell: Element, prefix: string): string =>
    cell.querySelector(`a[href^="${prefix}"]`)?.getAttribute('href')?.slice(prefix.length) ?? '';
  const remedies = [...table.querySelectorAll('thead th')].flatMap((cell) => target(cell, '#remedy-') || []);
  return [...table.querySelectorAll('tbody tr')].flatMap((row) => {
    const cause = target(row, '#cause-');
    return [...row.querySelectorAll('td')].map((cell, index) => ({
      cause,
      remedy: remedies[index] ?? '',
      fixed: /[1-9]\d*\/\d+/.exec(cell.textContent ?? '')?.[0] ?? null,
    }));
  });
}
