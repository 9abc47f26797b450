import type { Page } from '@playwright/test';
import { LOCALES } from '../../src/i18n/locales.ts';
import { OUTCOME_STRINGS } from '../../src/i18n/outcome-strings.ts';
import { SEARCH_STRINGS } from '../../src/i18n/search-strings.ts';
import { repositoryAddress } from '../../src/server/repository.ts';
import { at } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** A log as it comes out of a terminal; nothing in it but the message is in the knowledge base. */
const LOG = [
  '\u001b[32mstarting\u001b[0m storefront in /srv/storefront',
  'node:events:497',
  '      throw er; // Unhandled error event',
  '\u001b[31mError: listen EADDRINUSE: address already in use 127.0.0.1:8461\u001b[0m',
  '    at Server.setupListenHandle [as _listen2] (node:net:1937:16)',
  '    at /srv/storefront/server.js:12:8',
].join('\n');
const SECRET = 'hunter2-4f9a1c';
const UNKNOWN = `quux: fatal: the flux capacitor refused to align\ntoken=${SECRET} at /srv/quux/main.c`;

/** Where this build opens issues, or null. */
const REPOSITORY = repositoryAddress();

/** Put a text where the reader's clipboard has it, and paste it into the box. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await page.getByRole('combobox').focus();
  await page.keyboard.press('ControlOrMeta+V');
}

/** Everything that the page sends from now on: addresses, headers and bodies. */
function watchSent(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    sent.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? '');
  });
  return sent;
}

for (const locale of LOCALES) {
  const texts = SEARCH_STRINGS[locale];

  test(`${locale}: a pasted log is answered by the error in it, with the line @base`, async ({ page }) => {
    await page.goto(at({ page: 'home' }, locale));
    await paste(page, LOG);
    const first = page.getByRole('option').first();
    await expect(first).toContainText('127.0.0.1:8461');
    await expect(first.locator('mark').first()).toBeVisible();
    await expect(page.getByRole('status').first()).toHaveText(texts.inLines(1, 6));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/err-address-already-in-use-eaddrinuse\/#q=/);
  });

  test(`${locale}: Enter on a pasted log opens its verdict: causes, how to tell, what fixed them`, async ({
    page,
  }) => {
    await page.goto(at({ page: 'home' }, locale));
    await paste(page, LOG);
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/search\/#q=/);
    const card = page.locator('.card').first();
    await expect(card.locator('ol > li').first().locator('code')).toContainText('sport = :');
    await expect(card.locator('dl')).toContainText('8461');
    await expect(card.locator('pre')).toHaveText(
      'Error: listen EADDRINUSE: address already in use 127.0.0.1:8461',
    );
    await expect(card).toContainText(texts.traps);
    // Harm is told by word and shape, not by colour alone.
    const harm = card.locator('ul small').first();
    await expect(harm).toHaveText(OUTCOME_STRINGS[locale].harmful);
    const shape = page.locator(`symbol${await harm.locator('use').getAttribute('href')}`);
    await expect(shape).toHaveCount(1);
  });

  test(`${locale}: what is unknown is said so, with words to search for and a stub that holds no secret @base`, async ({
    page,
  }) => {
    await page.goto(at({ page: 'search' }, locale));
    await paste(page, UNKNOWN);
    await expect(page.locator('section.found > p')).toHaveText(texts.unknown);
    const stub = page.locator('.card pre');
    await expect(stub).toContainText('the flux capacitor refused to align');
    await expect(stub).not.toContainText(SECRET);
    await expect(page.getByRole('link', { name: 'capacitor', exact: true })).toHaveAttribute(
      'href',
      '?q=capacitor',
    );
    const issue = page.locator('.card a[href*="/issues/new"]');
    // A site without a repository has nowhere to open an issue.
    await expect(issue).toHaveCount(REPOSITORY === null ? 0 : 1);
    if (REPOSITORY === null) return;
    const url = new URL((await issue.getAttribute('href')) ?? '');
    expect(url.href.startsWith(REPOSITORY)).toBe(true);
    expect(url.searchParams.get('stub')).toBe(await stub.textContent());
    expect(url.href).not.toContain(SECRET);
  });
}

test('nothing of a pasted text leaves the page, whatever the reader does with it', async ({ page }) => {
  await page.goto(at({ page: 'home' }, 'en'));
  const sent = watchSent(page);
  await paste(page, `${LOG}\npassword=${SECRET}`);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.card').first()).toBeVisible();
  await page.locator('.card h3 a').first().click();
  await expect(page).toHaveURL(/eaddrinuse\//);
  await page.goto(at({ page: 'home' }, 'en'));
  // One short line is a word by its looks, and may be a password all the same.
  await paste(page, SECRET);
  await expect(page.getByRole('status').first()).not.toBeEmpty();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/search\/#q=/);
  await expect(page.locator('section.found')).toBeVisible();
  expect(sent.filter((text) => text.includes(SECRET) || text.includes('8461'))).toEqual([]);
  expect(sent.length).toBeGreaterThan(0);
});

test('a dropped file is read', async ({ page }) => {
  await page.goto(at({ page: 'home' }, 'en'));
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'build.log', { type: 'text/plain' }));
    return data;
  }, LOG);
  await page.locator('form.find').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByRole('option').first()).toContainText('127.0.0.1:8461');
});

test('a dropped file that PowerShell wrote is read', async ({ page }) => {
  await page.goto(at({ page: 'home' }, 'en'));
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint16Array.from(`\ufeff${text}`, (unit) => unit.charCodeAt(0))], 'build.log'));
    return data;
  }, LOG);
  await page.locator('form.find').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByRole('option').first()).toContainText('127.0.0.1:8461');
});

test('several errors in a log are all named, each with how often it stands there', async ({ page }) => {
  await page.goto(at({ page: 'search' }, 'en'));
  const push =
    "To git.example:shop.git\n ! [rejected]        main -> main (fetch first)\nerror: failed to push some refs to 'git.example:shop.git'";
  await paste(page, [LOG, push, LOG].join('\n'));
  await expect(page.locator('.card')).toHaveCount(2);
  await expect(page.locator('section.found > p')).toHaveText(SEARCH_STRINGS.en.inLines(2, 15));
});

test('a command of several lines keeps them', async ({ page }) => {
  await page.goto(at({ page: 'search' }, 'en'));
  await paste(page, "error: failed to push some refs to 'git.example:shop.git'\nTo git.example:shop.git");
  const command = page.locator('.card ol code', { hasText: 'merge-tree' });
  await expect(command).toHaveCSS('white-space-collapse', 'preserve');
});

test('once loaded, messages are recognised without a network', async ({ page, context }) => {
  await page.goto(at({ page: 'search' }, 'en'));
  await paste(page, LOG);
  await expect(page.locator('.card')).toHaveCount(1);
  await context.setOffline(true);
  await paste(page, LOG.replace('8461', '9999'));
  await expect(page.locator('.card pre')).toContainText('127.0.0.1:9999');
});

test('markup in a pasted log stays text', async ({ page }) => {
  await page.goto(at({ page: 'search' }, 'en'));
  await paste(
    page,
    `<img src=x onerror=alert(1)>\nError: listen EADDRINUSE: address already in use <b>x</b>:80`,
  );
  await expect(page.locator('.card')).toHaveCount(1);
  await expect(page.locator('.card b, .card img')).toHaveCount(0);
  await expect(page.locator('.card pre')).toContainText('<b>x</b>:80');
});
