import { test as base, expect } from '@playwright/test';
import { SITE } from './server.ts';

/**
 * A test of the served site. Paths are relative to its base (`page.goto('./zh/')`), and whatever a test
 * does, the page must neither log an error, nor break the content security policy, nor ask another host.
 */
export const test = base.extend<{ watch: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures of a function from it.
  baseURL: async ({}, use) => {
    await use(`${process.env['E2E_ORIGIN']}${SITE.base}`);
  },
  watch: [
    async ({ page, baseURL }, use) => {
      const wrong: string[] = [];
      page.on('console', (message) => {
        // On a busy machine its worker may start late; it then searches in the page, and says so.
        if (message.text().startsWith('Failed to initialize Pagefind in the web worker')) return;
        // An address with a mistyped code is answered by the 404 page, which leads on: that is no error.
        if (/ 404 /.test(message.text()) && /\/e\/[^/]+\/?(?:[?#]|$)/.test(message.location().url)) return;
        if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
      });
      page.on('pageerror', (error) => wrong.push(String(error)));
      page.on('request', (request) => {
        if (!request.url().startsWith(new URL(baseURL ?? '').origin)) wrong.push(`asked ${request.url()}`);
      });
      await use(undefined);
      expect(wrong, 'errors, violations of the policy and requests to others').toEqual([]);
    },
    { auto: true },
  ],
});

/** The same of the site as it comes over a slow network: each page in parts. */
export const slowTest = test.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures of a function from it.
  baseURL: async ({}, use) => {
    await use(`${process.env['E2E_SLOW']}${SITE.base}`);
  },
});

export { expect };
