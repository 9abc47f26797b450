import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/e2e/support/chromium.ts';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/browser',
  globalSetup: './tests/e2e/support/server.ts',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // Machines that run tests are often busy; nothing here measures time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: {
    launchOptions: await findChromium(),
    permissions: ['clipboard-read', 'clipboard-write'],
    screenshot: 'only-on-failure',
  },
});
