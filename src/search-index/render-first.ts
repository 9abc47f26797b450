import type { AstroPrerenderer } from 'astro';

/** Pages that others wait for. */
export interface FirstPages {
  /** File of their route, as Astro names it: `src/pages/…`. */
  component: string;
  /** What must be done before any page is rendered. */
  ready: () => Promise<void>;
  /** Is told their paths before the first is rendered. */
  listed(paths: string[]): void;
  /** Is called when all of them are written; not before the build is done if there are too few other pages to tell. */
  written(): void;
}

const withoutKey = ({ cacheKey: _, ...page }: Page): Page => page;

type Page = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/**
 * Render the pages of one route before all others, so that others can read them while the rest is rendered.
 *
 * @param prerenderer that does the rendering
 * @param concurrency pages that Astro has under way at a time (`build.concurrency`), begun in order
 */
export function renderFirst(
  prerenderer: AstroPrerenderer,
  concurrency: number,
  { component, ready, listed, written }: FirstPages,
): AstroPrerenderer {
  const isFirst = ({ route }: Page): boolean => route.component === component;
  const gate = Promise.withResolvers<void>();
  let waiting = 0;
  let isOpen = false;
  return {
    ...prerenderer,
    async getStaticPaths() {
      await ready();
      const pages = await prerenderer.getStaticPaths();
      const first = pages.filter(isFirst);
      listed(first.map(({ pathname }) => pathname));
      const others = pages.filter((page) => !isFirst(page));
      const isRendered = ({ cacheKey }: Page): boolean => cacheKey === undefined;
      // A page that has a key may be taken from the build before without being rendered. Some lose theirs, so that there
      // are as many as it takes to tell.
      const rendered = others.filter(isRendered);
      const keyed = others.filter((page) => !isRendered(page));
      const told = keyed.splice(0, Math.max(0, concurrency - rendered.length)).map(withoutKey);
      isOpen = rendered.length + told.length < concurrency;
      return [...first, ...rendered, ...told, ...keyed];
    },
    async render(request, options) {
      if (!isOpen && options.routeData.component !== component) {
        waiting++;
        // Astro does not tell when a page is written. But where as many others wait as it has under way at a time, none of
        // the first is among these.
        if (waiting === concurrency) {
          isOpen = true;
          gate.resolve();
          written();
        }
        await gate.promise;
      }
      return prerenderer.render(request, options);
    },
  };
}
