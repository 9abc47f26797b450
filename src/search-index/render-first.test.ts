import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AstroPrerenderer } from 'astro';
import { renderFirst } from './render-first.ts';

type Page = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

const page = (pathname: string, component: string, cacheKey?: string): Page =>
  ({ pathname, route: { component }, ...(cacheKey === undefined ? {} : { cacheKey }) }) as Page;

const PAGES = [
  page('/about/', 'about.astro'),
  page('/a/1/trials/', 'trials.astro', 'key'),
  page('/a/1/', 'entry.astro', 'key'),
  page('/list/', 'list.astro'),
  page('/a/2/', 'entry.astro', 'key'),
];

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Build as Astro does: pages in order, several at a time, each written some time after it was rendered.
 *
 * @param kept paths of pages that are not rendered
 * @returns what happened, in order
 */
async function build(
  concurrency: number,
  { pages = PAGES, kept = [] }: { pages?: Page[]; kept?: string[] } = {},
): Promise<string[]> {
  const log: string[] = [];
  const prerenderer = renderFirst(
    { name: 'test', getStaticPaths: async () => pages, render: async () => new Response('page') },
    concurrency,
    {
      component: 'entry.astro',
      ready: () => turn().then(() => void log.push('ready')),
      listed: (paths) => log.push(`listed ${paths.join(' ')}`),
      written: () => log.push('all written'),
    },
  );
  const queue = [...(await prerenderer.getStaticPaths())];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { pathname, route } = next;
      if (!kept.includes(pathname))
        await prerenderer.render(new Request(`https://a.org${pathname}`), { routeData: route });
      // The first entry takes longest.
      for (let left = pathname === '/a/1/' ? 20 : 1; left > 0; left--) await turn();
      log.push(pathname);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return log;
}

describe('the pages that are rendered first', () => {
  it('wait for what must be done before; are listed, written, and said to be so while others are still to come', async () => {
    for (const concurrency of [1, 2]) {
      const log = await build(concurrency);
      assert.deepEqual(log.slice(0, 2), ['ready', 'listed /a/1/ /a/2/']);
      const said = log.indexOf('all written');
      assert.deepEqual(log.slice(2, said).sort(), ['/a/1/', '/a/2/']);
      assert.deepEqual(log.slice(said + 1).sort(), ['/a/1/trials/', '/about/', '/list/']);
    }
  });

  it('hold nothing up where pages with a key are not rendered', async () => {
    const log = await build(2, { kept: ['/a/1/', '/a/2/', '/a/1/trials/'] });
    assert.deepEqual(log.slice(2, 5).sort(), ['/a/1/', '/a/2/', 'all written']);
    assert.equal(log.length, 8);
  });

  it('are said to be written where pages with a key have to lose it for that', async () => {
    const log = await build(3);
    const said = log.indexOf('all written');
    assert.deepEqual(log.slice(2, said).sort(), ['/a/1/', '/a/2/']);
  });

  it('are not said to be written where there are too few others', async () => {
    const log = await build(4);
    assert.ok(!log.includes('all written'));
    assert.equal(log.length, 7);
  });
});
