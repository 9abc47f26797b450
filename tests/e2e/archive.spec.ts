import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sirv from 'sirv';
import { PATHS } from '../../src/export/urls.ts';
import { listFiles } from '../../src/server/list-files.ts';
import { listen } from '../../src/server/listen.ts';
import { DIST, SITE } from './support/server.ts';
import { at, ENTRY } from './support/site.ts';
import { unpack } from './support/unpack.ts';

test('the archive unpacks to the same site, which a plain file server serves @base', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'fixrate-archive-'));
  await unpack(readFileSync(join(DIST, PATHS.archive)), folder);
  const root = join(folder, 'fixrate');
  const server = createServer(sirv(root));
  try {
    const origin = `http://127.0.0.1:${await listen(server, 0)}`;
    const files = listFiles(DIST).filter((path) => path !== PATHS.archive && path !== PATHS.checksum);
    expect(listFiles(join(root, SITE.base))).toEqual(expect.arrayContaining(files));
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    page.on('response', (response) => response.ok() || failed.push(response.url()));
    await page.goto(`${origin}${SITE.base}`);
    await page.getByRole('combobox').fill(ENTRY.id.split('/')[1]?.replaceAll('-', ' ') ?? '');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.goto(new URL(at({ page: 'entry', id: ENTRY.id }, 'zh'), `${origin}${SITE.base}`).href);
    await expect(page.locator('h1')).toBeVisible();
    expect(failed).toEqual([]);
  } finally {
    server.close().closeAllConnections();
    rmSync(folder, { recursive: true });
  }
});
