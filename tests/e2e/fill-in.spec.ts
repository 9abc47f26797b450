import { FILL_STRINGS } from '../../src/i18n/fill-strings.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { at } from './support/site.ts';
import { expect, test } from './support/test.ts';

const ID = 'node/err-address-already-in-use-eaddrinuse';
const MESSAGE = 'Error: listen EADDRINUSE: address already in use 127.0.0.1:8461';
const REJECTED = [
  ' ! [remote rejected] main -> main (pre-receive hook declined)',
  "error: failed to push some refs to 'git.example:shop.git'",
].join('\n');

const opened = (id: string, message: string, locale: (typeof LOCALES)[number] = 'en'): string =>
  `${at({ page: 'entry', id }, locale)}#q=${encodeURIComponent(message)}`;

for (const locale of LOCALES) {
  const texts = FILL_STRINGS[locale];

  test(`${locale}: an entry opened from a message has its port in the commands, marked, and copies it @base`, async ({
    page,
  }) => {
    await page.goto(opened(ID, MESSAGE, locale));
    const command = page.locator('.cmd', { hasText: 'sport = :' }).first();
    await expect(command.locator('var.mine').first()).toHaveText('8461');
    await command.locator('button.copy').click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('sport = :8461');
  });

  test(`${locale}: the values can be changed by hand, travel in the fragment, and be switched off`, async ({
    page,
  }) => {
    await page.goto(opened(ID, MESSAGE, locale));
    const port = page.locator('.fill input[name="port"]');
    await expect(port).toHaveValue('8461');
    await port.fill('9000');
    const place = page.locator('.cmd var[data-v="port"]').first();
    await expect(place).toHaveText('9000');
    await expect(page).toHaveURL(/#q=.*&v\.port=9000$/);
    await page.reload();
    await expect(page.locator('.cmd var[data-v="port"]').first()).toHaveText('9000');
    await page.getByLabel(texts.fillIn).uncheck();
    await expect(place).toHaveText('3000');
    await page.getByLabel(texts.fillIn).check();
    await expect(place).toHaveText('9000');
    await page.getByRole('button', { name: texts.close }).click();
    await expect(place).toHaveText('3000');
    await expect(page.locator('.fill')).toHaveCount(0);
  });
}

test('a value that is none of its kind is refused, and said so', async ({ page }) => {
  await page.goto(opened(ID, MESSAGE));
  const port = page.locator('.fill input[name="port"]');
  await port.fill('80; reboot');
  await expect(port).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.cmd var[data-v="port"]').first()).toHaveText('3000');
  for (const command of await page.locator('.cmd').allTextContents()) expect(command).not.toContain('reboot');
});

test('markup in a message or a value stays text', async ({ page }) => {
  const hostile = MESSAGE.replace('127.0.0.1', '<img src=x onerror=alert(1)>');
  await page.goto(`${opened(ID, hostile)}&v.port=${encodeURIComponent('<b>1</b>')}`);
  await expect(page.locator('.fill > summary')).toContainText('<img');
  await expect(page.locator('.fill img, .fill b b, .cmd pre b')).toHaveCount(0);
});

test('the wording that was seen narrows the causes: the others stand back', async ({ page }) => {
  await page.goto(opened('git/failed-to-push-some-refs', REJECTED));
  const links = page.locator('.fill li a');
  await expect(links.first()).toBeVisible();
  const named = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.slice(1)));
  const back = await page.locator('.it.back').evaluateAll((all) => all.map(({ id }) => id));
  expect(back.length).toBeGreaterThan(0);
  expect(named.filter((id) => back.includes(id ?? ''))).toEqual([]);
  const all = await page.locator('.it[id^="cause-"]').count();
  expect(named.length + back.length).toBe(all);
});

test('a message of another error opens nothing', async ({ page }) => {
  await page.goto(opened(ID, REJECTED));
  await page.waitForLoadState('load');
  await expect(page.locator('.fill')).toHaveCount(0);
});
