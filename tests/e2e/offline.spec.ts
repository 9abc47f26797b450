import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { LOCALES } from '../../src/i18n/locales.ts';
import { OFFLINE_STRINGS } from '../../src/i18n/offline-strings.ts';
import { MANIFEST_PATH, type Manifest } from '../../src/offline/manifest.ts';
import { writeOffline } from '../../src/offline/write.ts';
import { listen } from '../../src/server/listen.ts';
import { createSiteServer } from '../../src/server/server.ts';
import { DIST, SITE } from './support/server.ts';
import { at, ENTRY, LISTED } from './support/site.ts';

const T = OFFLINE_STRINGS.en;
/** A line that one entry knows, and a port that is the reader's own. */
const MESSAGE = 'Error: listen EADDRINUSE: address already in use 127.0.0.1:8461';
const KNOWN = 'node/err-address-already-in-use-eaddrinuse';
const OTHER = LISTED.find(({ domain }) => domain !== ENTRY.domain) ?? ENTRY;

/** A copy of the built site on a server of its own, which can go away, come back and be published anew. */
class Host {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'fixrate-offline-'));
  #server: Server | null = null;
  #port = 0;

  async start(): Promise<void> {
    this.#server = createSiteServer(this.folder, SITE.base);
    this.#port = await listen(this.#server, this.#port);
  }

  stop(): void {
    this.#server?.close().closeAllConnections();
  }

  /** Address of a page whose path is relative to the base. */
  url(path: string): string {
    return new URL(path, `http://127.0.0.1:${this.#port}${SITE.base}`).href;
  }

  /** Change files as a deployment does. The server lists its files when it starts. */
  async change(work: () => Promise<void> | void): Promise<void> {
    this.stop();
    await work();
    await this.start();
  }

  /** Write a version whose pages of entries say what it is. */
  async write(version: string): Promise<void> {
    for (const { id } of [ENTRY, OTHER]) {
      const file = join(this.folder, id, 'index.html');
      const page = readFileSync(join(DIST, id, 'index.html'), 'utf8');
      writeFileSync(file, page.replace('</h1>', ` ${version}</h1>`));
    }
    await writeOffline(this.folder, `${this.folder}.json`);
  }
}

let host: Host;

test.beforeEach(async () => {
  host = new Host();
  cpSync(DIST, host.folder, { recursive: true });
  await host.change(() => host.write('first'));
});

test.afterEach(() => {
  host.stop();
  rmSync(host.folder, { recursive: true });
  rmSync(`${host.folder}.json`);
});

async function keep(page: Page, choose: () => Promise<void> = async () => undefined): Promise<void> {
  await page.goto(host.url(at({ page: 'offline' }, 'en')));
  await expect(page.locator('button[type=submit]')).toContainText('MB');
  await choose();
  await page.locator('button[type=submit]').click();
  await expect(page.locator('.now')).toHaveText(T.kept);
}

/** What the caches hold: the paths below the base, without the digests behind them. */
function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async (base) => {
    const keys: Request[] = [];
    for (const name of await caches.keys()) keys.push(...(await (await caches.open(name)).keys()));
    return keys.map(({ url }) => new URL(url).pathname.slice(base.length)).sort();
  }, SITE.base);
}

const entryPage = (id: string): string => host.url(at({ page: 'entry', id }, 'en'));

test('what was kept is read and searched without a network; of the rest the page says that it is missing @base', async ({
  page,
}) => {
  await keep(page);
  host.stop();
  await page.goto(host.url(at({ page: 'home' }, 'en')));
  await page.getByRole('combobox').fill(MESSAGE);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.locator('.found li a').first().click();
  await expect(page).toHaveURL(new RegExp(`/${KNOWN}/`));
  await expect(page.locator('.fill')).toBeVisible();
  await page.goto(host.url(`${at({ page: 'search' }, 'en')}?q=${encodeURIComponent(OTHER.domain)}`));
  await expect(page.locator('.found li').first()).toBeVisible();
  await page.goto(host.url(`e/${OTHER.code}/`));
  await expect(page).toHaveURL(entryPage(OTHER.id));
  const chinese = at({ page: 'entry', id: ENTRY.id }, 'zh');
  await page.goto(host.url(chinese));
  await expect(page.locator('.asked')).toHaveText(T.missing(`/${chinese.replace(/^\.\//, '')}`));
});

test('only the chosen domains and languages are kept, and exactly what the lists name', async ({ page }) => {
  await keep(page, async () => {
    await page.locator('input[name=all]').uncheck();
    await page.locator(`input[value="${ENTRY.domain}"]`).check();
    await page.locator('input[name=trials]').check();
  });
  const paths = await keptPaths(page);
  expect(paths).toContain(`${ENTRY.id}/`);
  expect(paths).toContain(`${ENTRY.id}/trials/`);
  expect(paths).not.toContain(`${OTHER.id}/`);
  expect(paths).not.toContain(`zh/${ENTRY.id}/`);
  const { parts } = JSON.parse(readFileSync(join(host.folder, MANIFEST_PATH), 'utf8')) as Manifest;
  const chosen = parts.filter(
    ({ domain, locale }) => (domain === null || domain === ENTRY.domain) && locale !== 'zh',
  );
  expect(paths).toHaveLength(chosen.reduce((sum, { files }) => sum + files, 0));
  // Another choice takes the place of the first, and leaves nothing of it behind.
  await page.locator('input[name=trials]').uncheck();
  await page.locator('button[type=submit]').click();
  await expect
    .poll(() => keptPaths(page).catch(() => null))
    .toHaveLength(chosen.filter(({ trials }) => !trials).reduce((sum, { files }) => sum + files, 0));
});

test('a new version arrives whole or not at all, in all open pages at once, and leaves nothing of the old one', async ({
  page,
  context,
}) => {
  await keep(page);
  const before = await keptPaths(page);
  await page.goto(entryPage(ENTRY.id));
  const heading = page.locator('h1');
  await expect(heading).toContainText('first');

  // One file of the new version is missing on the host, as in the middle of a deployment.
  const one = join(host.folder, OTHER.id, 'index.html');
  await host.change(async () => {
    await host.write('second');
    renameSync(one, `${one}.gone`);
  });
  expect(await newVersion(page)).toBe('failed');
  expect(await shown(page, ENTRY.id)).toContain('first');
  // Then it holds what another version has.
  await host.change(() => writeFileSync(one, 'something else'));
  expect(await newVersion(page)).toBe('failed');
  expect(await shown(page, OTHER.id)).toContain('first');

  await host.change(() => renameSync(`${one}.gone`, one));
  expect(await newVersion(page)).toBe('waiting');
  // Until the reader says so, everything is as it was.
  expect(await shown(page, OTHER.id)).toContain('first');
  const beside = await openBeside(context, OTHER.id);
  await expect(beside.locator('h1')).toContainText('first');
  await page.reload();
  await page.locator('.notice.version').getByRole('button', { name: T.use }).click();
  await expect(heading).toContainText('second');
  await expect(beside.locator('h1')).toContainText('second');
  host.stop();
  await page.goto(entryPage(OTHER.id));
  await expect(heading).toContainText('second');
  await expect.poll(() => keptPaths(page)).toEqual(before);
});

/** Have the browser look for a new version, and tell what became of it. */
function newVersion(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    if (worker === null) return registration.waiting ? 'waiting' : 'none';
    return new Promise<string>((done) => {
      worker.addEventListener('statechange', () => {
        if (worker.state === 'redundant') done('failed');
        if (worker.state === 'installed') done('waiting');
      });
    });
  });
}

/** The heading that the page of an entry would have if it were opened now. */
async function shown(page: Page, id: string): Promise<string> {
  const text = await page.evaluate(async (url) => (await fetch(url)).text(), entryPage(id));
  return /<h1[\s\S]*?<\/h1>/.exec(text)?.[0] ?? '';
}

async function openBeside(context: BrowserContext, id: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(entryPage(id));
  return page;
}

test('removing it leaves nothing behind', async ({ page }) => {
  await keep(page);
  await page.locator('button[name=remove]').click();
  await expect(page.locator('.now')).toHaveText(T.removed);
  expect(await keptPaths(page)).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('who does not ask for it gets no service worker', async ({ page }) => {
  for (const locale of LOCALES) {
    await page.goto(host.url(at({ page: 'entry', id: ENTRY.id }, locale)));
    await page.goto(host.url(at({ page: 'offline' }, locale)));
  }
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
