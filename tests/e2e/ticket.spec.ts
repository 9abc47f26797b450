import AxeBuilder from '@axe-core/playwright';
import { formUrl } from '../../src/feedback/form.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { stringsOf } from '../../src/i18n/strings.ts';
import { TICKET_STRINGS } from '../../src/i18n/ticket-strings.ts';
import { repositoryAddress } from '../../src/server/repository.ts';
import { at, ENTRY } from './support/site.ts';
import { expect, test } from './support/test.ts';

const EADDRINUSE = 'node/err-address-already-in-use-eaddrinuse';
const MESSAGE = 'Error: listen EADDRINUSE: address already in use 127.0.0.1:8461';

for (const locale of LOCALES) {
  const path = at({ page: 'entry', id: ENTRY.id }, locale);
  const texts = TICKET_STRINGS[locale];
  const words = texts.dialog;
  const button = stringsOf(locale).entry.ticket;
  const cell = ENTRY.remedies.flatMap(({ id, side, rates }) =>
    side === 'workaround' ? rates.cells.map((one) => ({ remedy: id, ...one })) : [],
  )[0];

  test(`${locale}: what was seen is copied in every format, linked to its cell @base`, async ({
    page,
    baseURL,
  }) => {
    await page.goto(`${path}#cause-${cell?.cause}`);
    await page.getByRole('button', { name: button }).click();
    const dialog = page.getByRole('dialog', { name: words.title });
    await expect(dialog.getByRole('combobox', { name: texts.cause })).toHaveValue(cell?.cause ?? '');
    await dialog.getByRole('combobox', { name: words.remedy }).selectOption(cell?.remedy ?? '');
    await dialog.getByRole('combobox', { name: texts.outcome }).selectOption('fixed');
    const link = `${new URL(path, baseURL)}#cell-${cell?.cause}.${cell?.remedy}`;
    const title = ENTRY.text[locale].remedies
      .find(({ id }) => id === cell?.remedy)
      ?.title.replaceAll('`', '');
    for (const format of ['markdown', 'jira', 'slack', 'plain'] as const) {
      await dialog.getByRole('combobox', { name: words.format }).selectOption(format);
      await dialog.getByRole('button', { name: words.copy, exact: true }).click();
      await expect(dialog.getByRole('status')).toHaveText(words.copied);
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied, format).toContain(link);
      expect(copied, format).toContain(ENTRY.results?.date.slice(0, 4) ?? '');
      if (format === 'plain') expect(copied).toContain(title);
    }
    await dialog.getByRole('combobox', { name: words.format }).selectOption('html');
    await dialog.getByRole('button', { name: words.copy, exact: true }).click();
    await expect(dialog.getByRole('status')).toHaveText(words.copied);
    const rich = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? '';
      return { html: await read('text/html'), plain: await read('text/plain') };
    });
    expect(rich.html).toContain(`href="${link}"`);
    expect(rich.plain).toContain(link);
  });

  test(`${locale}: the dialog is kept to by keyboard, gives the focus back and moves nothing`, async ({
    page,
  }) => {
    await page.goto(path);
    const opener = page.getByRole('button', { name: button });
    const before = await opener.boundingBox();
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('combobox', { name: texts.cause })).toBeFocused();
    expect(await opener.boundingBox()).toEqual(before);
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('combobox', { name: words.format })).toHaveValue('markdown');
  });

  test(`${locale}: an outcome can be reported in public where a repository takes reports, and only there @base`, async ({
    page,
  }) => {
    const repository = repositoryAddress();
    await page.goto(path);
    await expect(page.locator('.rec a[href*="/issues/new"]')).toHaveCount(repository === null ? 0 : 1);
    await page.getByRole('button', { name: button }).click();
    const dialog = page.getByRole('dialog');
    const link = dialog.getByRole('link', { name: words.tell });
    await dialog.getByRole('combobox', { name: words.remedy }).selectOption(cell?.remedy ?? '');
    await expect(link).toHaveCount(0);
    await dialog.getByRole('combobox', { name: texts.cause }).selectOption(cell?.cause ?? '');
    await dialog.getByRole('combobox', { name: texts.outcome }).selectOption('not-fixed');
    await dialog.getByRole('textbox', { name: texts.versionsHere }).fill('node 24 & "more"');
    if (repository === null) return expect(link).toHaveCount(0);
    const feedback = {
      entry: ENTRY.id,
      cause: cell?.cause,
      remedy: cell?.remedy,
      outcome: 'not-fixed' as const,
    };
    const wanted = formUrl(repository, { ...feedback, versions: 'node 24 & "more"' });
    await expect(link).toHaveAttribute('href', wanted);
  });

  test(`${locale}: without script there is no button that does nothing`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
    const page = await context.newPage();
    await page.goto(path);
    await expect(page.getByRole('button', { name: button })).toHaveCount(0);
    await context.close();
  });
}

test("the reader's own message and values go into the text", async ({ page }) => {
  await page.goto(`${at({ page: 'entry', id: EADDRINUSE }, 'en')}#q=${encodeURIComponent(MESSAGE)}`);
  await expect(page.locator('.cmd var.mine').first()).toHaveText('8461');
  await page.getByRole('button', { name: stringsOf('en').entry.ticket }).click();
  const dialog = page.getByRole('dialog');
  const { dialog: words } = TICKET_STRINGS.en;
  await dialog.getByRole('combobox', { name: words.remedy }).selectOption('stop-the-listener');
  await dialog.getByRole('combobox', { name: words.format }).selectOption('plain');
  const made = dialog.getByRole('region', { name: words.preview });
  await expect(made).toContainText(MESSAGE);
  await expect(made).toContainText('8461');
});

test('a page that cannot fetch its entry says so in the dialog', async ({ page }) => {
  await page.route(`**/${ENTRY.id}.json`, (route) => route.fulfill({ status: 200, body: 'no JSON' }));
  await page.goto(at({ page: 'entry', id: ENTRY.id }, 'en'));
  await page.getByRole('button', { name: stringsOf('en').entry.ticket }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(TICKET_STRINGS.en.dialog.failed);
});
