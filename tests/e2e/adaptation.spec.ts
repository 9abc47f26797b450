import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { settled } from './support/settled.ts';
import { KINDS } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** The window at which pages are held against what readers make of them. */
const WINDOW = { width: 1280, height: 1024 };

/** What readers find on a page: its headings, and where it leads. */
interface Content {
  headings: string[];
  targets: string[];
}

/** What does not fit: pixels beyond the window, and texts that are cut off. */
interface Misfit {
  beyond: number;
  cut: string[];
}

for (const { name, path } of KINDS) {
  test.describe(name, () => {
    test('loses nothing at 200 % zoom, nor with text twice as large', async ({ page }) => {
      await page.setViewportSize(WINDOW);
      await page.goto(path);
      await settled(page);
      const whole = await contentOf(page);
      // To a page, zoom is a window of half the size.
      await page.setViewportSize({ width: WINDOW.width / 2, height: WINDOW.height / 2 });
      await settled(page);
      await expectWhole(page, whole);
      await page.setViewportSize(WINDOW);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      await settled(page);
      expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('30px');
      await expectWhole(page, whole);
    });

    test('is read in forced colours, and moves nothing for who wants no motion', async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      await page.goto(path);
      await settled(page);
      const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await unseen(page), 'drawn in the colour of the ground, or a control without an edge').toEqual(
        [],
      );
      expect(await moving(page), 'moves, though nothing should').toEqual([]);
    });
  });
}

async function expectWhole(page: Page, { headings, targets }: Content): Promise<void> {
  const now = await contentOf(page);
  expect(headings.filter((one) => !now.headings.includes(one))).toEqual([]);
  expect(targets.filter((one) => !now.targets.includes(one))).toEqual([]);
  expect(await misfitOf(page)).toEqual({ beyond: 0, cut: [] });
}

function contentOf(page: Page): Promise<Content> {
  return page.evaluate(() => {
    const visible = (selector: string): Element[] =>
      [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    // Columns and rows for which only a wide window has room: in others a line says where the rest stands.
    const links = visible('a[href]').filter((link) => link.closest('.mx .x, .read .wide') === null);
    return {
      headings: visible('h1, h2, h3').map(({ textContent }) => textContent.trim()),
      targets: [...new Set(links.map((link) => link.getAttribute('href') ?? ''))],
    };
  });
}

function misfitOf(page: Page): Promise<Misfit> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const cut = [...document.body.querySelectorAll<HTMLElement>('*')].filter((one) => {
      const { overflowX, clipPath } = getComputedStyle(one);
      const clips = overflowX === 'hidden' || overflowX === 'clip';
      // What is for screen readers alone is cut to a point; log lines stand whole among the messages.
      return clips && clipPath === 'none' && one.scrollWidth > one.clientWidth && !one.matches('.logs *');
    });
    return { beyond: scrollWidth - clientWidth, cut: cut.map(({ outerHTML }) => outerHTML.slice(0, 120)) };
  });
}

/** Find lines and marks in the colour of what is behind them, and controls that nothing sets off from it. */
function unseen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const groundOf = (start: Element): string => {
      for (let one: Element | null = start; one !== null; one = one.parentElement) {
        const { backgroundColor } = getComputedStyle(one);
        if (backgroundColor !== 'rgba(0, 0, 0, 0)') return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const shapes = [
      ...document.querySelectorAll('main svg :is(path, circle, rect, line, text), main svg use'),
    ];
    const lost = shapes.filter((shape) => {
      if (!shape.checkVisibility()) return false;
      const { fill, stroke } = getComputedStyle(shape);
      const painted = [fill, stroke].filter((paint) => paint !== 'none');
      return painted.length > 0 && painted.every((paint) => paint === groundOf(shape));
    });
    const bare = [...document.querySelectorAll('input, select, textarea, button')].filter((control) => {
      const { borderTopWidth, borderTopColor } = getComputedStyle(control);
      return (
        control.checkVisibility() &&
        !control.matches('[type=radio], [type=checkbox]') &&
        (borderTopWidth === '0px' || borderTopColor === groundOf(control))
      );
    });
    return [...lost, ...bare].map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
}

function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((one) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
        return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
}
