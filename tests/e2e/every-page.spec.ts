import AxeBuilder from '@axe-core/playwright';
import { SECURITY_HEADERS } from '../../src/server/headers.ts';
import { settled } from './support/settled.ts';
import { KINDS } from './support/site.ts';
import { expect, slowTest, test } from './support/test.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** See https://developer.mozilla.org/en-US/docs/Web/API/LayoutShift. */
type LayoutShift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };

for (const { name, path } of KINDS) {
  test.describe(name, () => {
    test('comes with the security headers and without an error @base', async ({ page }) => {
      const response = await page.goto(path);
      expect(response?.status()).toBe(200);
      expect(response?.headers()['content-security-policy']).toBe(
        SECURITY_HEADERS['Content-Security-Policy'],
      );
      await settled(page);
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
  });
}

for (const { name, path } of KINDS) {
  for (const width of [320, 390, 768, 1440]) {
    slowTest(
      `${name} does not scroll sideways at ${width} px, and does not shift while it comes in slowly`,
      async ({ page }) => {
        await page.setViewportSize({ width, height: 844 });
        await page.addInitScript(() => {
          const shifts: { value: number; what: string }[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as LayoutShift[]) {
              const nodes = entry.sources.map(({ node }) => node?.cloneNode(false) as Element | undefined);
              const what = nodes.map((node) => node?.outerHTML ?? node?.nodeName).join();
              shifts.push({ value: entry.value, what });
            }
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(path);
        await settled(page);
        const { wide, shifts } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          shifts: (window as unknown as { shifts: { value: number; what: string }[] }).shifts,
        }));
        expect(wide, 'pixels beyond the width of the window').toBe(0);
        // A table that is still coming in moves by a pixel; the figure has three decimals where it is published.
        const sum = shifts.reduce((total, { value }) => total + value, 0);
        expect(sum, JSON.stringify(shifts)).toBeLessThan(0.0005);
      },
    );
  }
}
