import AxeBuilder from '@axe-core/playwright';
import { SECURITY_HEADERS } from '../../src/server/headers.ts';
import { KINDS } from './support/site.ts';
import { expect, test } from './support/test.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const { name, path } of KINDS) {
  test.describe(name, () => {
    test('comes with the security headers and without an error @base', async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(200);
      expect(response?.headers()['content-security-policy']).toBe(
        SECURITY_HEADERS['Content-Security-Policy'],
      );
      await page.waitForLoadState('networkidle');
    });

    test('has no barrier that axe finds', async ({ page }) => {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });

    test('has enough contrast in the dark too', async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page })
        .withRules(['color-contrast', 'link-in-text-block'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });

    for (const width of [320, 390, 1440]) {
      test(`does not scroll sideways at ${width} px and does not shift`, async ({ page }) => {
        await page.setViewportSize({ width, height: 844 });
        await page.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        const { wide, shifts } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          shifts: (window as unknown as { shifts: number[] }).shifts,
        }));
        expect(wide, 'pixels beyond the width of the window').toBe(0);
        expect(shifts).toEqual([]);
      });
    }
  });
}
