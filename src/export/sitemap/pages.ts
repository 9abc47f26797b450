import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** A page that search engines may show, and the same page in every language. */
export interface IndexedPage {
  url: string;
  alternates: { hreflang: string; href: string }[];
}

/** The heads of our pages name their address and languages within these bytes. */
const HEAD_BYTES = 8192;

/**
 * Read from the head of each built page whether it wants to be found: it names its own address as the canonical one.
 * Redirects name another, error pages and pages of trials none.
 *
 * @param paths of the pages, below the base, `node/x/`
 */
export function* indexedPages(
  directory: string,
  base: string,
  paths: Iterable<string>,
): Generator<IndexedPage> {
  const buffer = Buffer.alloc(HEAD_BYTES);
  for (const path of paths) {
    const file = join(directory, path, 'index.html');
    // The page of errors is no folder.
    if (!existsSync(file)) continue;
    const page = readHead(headOf(file, buffer));
    if (page !== null && new URL(page.url).pathname === encodeURI(base + path)) yield page;
  }
}

function headOf(file: string, buffer: Buffer): string {
  const descriptor = openSync(file, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** Take the addresses from the head of a page of ours; null where it has none. */
export function readHead(html: string): IndexedPage | null {
  const head = html.split('</head>', 1)[0] ?? '';
  const links = [...head.matchAll(/<link\b[^>]*>/g)].map(([tag]) => attributesOf(tag));
  const url = links.find(({ rel }) => rel === 'canonical')?.href;
  if (url === undefined || /<meta name="robots" content="[^"]*noindex/.test(head)) return null;
  const alternates = links.flatMap(({ rel, href, hreflang, type }) =>
    rel === 'alternate' && type === undefined && href !== undefined && hreflang !== undefined
      ? [{ hreflang, href }]
      : [],
  );
  return { url, alternates };
}

function attributesOf(tag: string): { rel?: string; href?: string; hreflang?: string; type?: string } {
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}
