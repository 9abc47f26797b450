import type { SiteAddress } from '../../server/address.ts';
import type { Sink } from '../collect/sink.ts';
import { fileUrl, SITEMAP } from '../urls.ts';
import { element, type Markup, writeXml } from '../xml.ts';
import type { IndexedPage } from './pages.ts';

/** The most addresses that one sitemap may hold: https://www.sitemaps.org/protocol.html#index */
export const MOST_ADDRESSES = 50_000;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const START = `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;

/**
 * Write `sitemap.xml`, an index, and the sitemaps that it names: all pages with their languages.
 *
 * @param dateOf date of the last change of the page at an address; null where it is not known
 * @param most addresses in one sitemap
 */
export function writeSitemaps(
  pages: Iterable<IndexedPage>,
  site: SiteAddress,
  dateOf: (url: string) => string | null,
  sink: Sink,
  most = MOST_ADDRESSES,
): void {
  const names: string[] = [];
  let room = 0;
  let file: ReturnType<Sink['open']> | null = null;
  for (const page of pages) {
    if (file === null || room === 0) {
      file?.write('</urlset>\n');
      file?.close();
      names.push(`sitemap-${names.length + 1}.xml`);
      file = sink.open(names.at(-1) ?? '');
      file.write(START);
      room = most;
    }
    file.write(`${address(page, dateOf(page.url)).xml}\n`);
    room--;
  }
  file?.write('</urlset>\n');
  file?.close();
  const maps = names.map((name) => element('sitemap', {}, element('loc', {}, fileUrl(site, name))));
  sink.write(SITEMAP, writeXml(element('sitemapindex', { xmlns: NAMESPACE }, ...maps)));
}

function address({ url, alternates }: IndexedPage, date: string | null): Markup {
  return element(
    'url',
    {},
    element('loc', {}, url),
    ...(date === null ? [] : [element('lastmod', {}, date)]),
    ...alternates.map(({ hreflang, href }) => element('xhtml:link', { rel: 'alternate', hreflang, href })),
  );
}
