import type { Page } from '@playwright/test';

/**
 * Wait until a loaded page has come to rest: its fonts are in, what they moved is painted, and its scripts
 * have nothing left to do. (Playwright's `networkidle` is discouraged, and at times never comes.)
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await new Promise((done) => requestIdleCallback(done));
  });
}
