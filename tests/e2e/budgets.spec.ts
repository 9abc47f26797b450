import { brotliCompressSync } from 'node:zlib';
import { SITE } from './support/server.ts';
import { ENTRIES, readBuilt } from './support/site.ts';
import { expect, test } from './support/test.ts';

const KIBIBYTE = 1024;
/** What the first round trip of a connection brings. */
const PAGE = 14 * KIBIBYTE;
const WITH_SCRIPTS = 20 * KIBIBYTE;

const pages = ENTRIES.flatMap(({ id }) => [`${id}/index.html`, `zh/${id}/index.html`]);

test('the median entry page with its styles and scripts stays small', () => {
  const sizes = pages.map((path) => {
    const html = readBuilt(path);
    const styles = linked(html, /<link rel="stylesheet" href="([^"]+)"/g);
    const scripts = withImports(linked(html, /<script[^>]* src="([^"]+)"/g));
    const page = compressed([path, ...styles]);
    return { path, page, all: page + compressed(scripts) };
  });
  const figures = sizes.map(({ path, page, all }) => `${path}: ${page} B, ${all} B with scripts`).join('\n');
  test.info().annotations.push({ type: 'brotli', description: figures });
  expect(median(sizes.map(({ page }) => page)), figures).toBeLessThanOrEqual(PAGE);
  expect(median(sizes.map(({ all }) => all)), figures).toBeLessThanOrEqual(WITH_SCRIPTS);
});

/** Files that a page names, as paths below the base. */
function linked(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((match) => (match[1] ?? '').slice(SITE.base.length));
}

/** Scripts and what they import at once. */
function withImports(scripts: string[]): string[] {
  const found = new Set(scripts);
  for (const path of found) {
    const imports = readBuilt(path).matchAll(/(?:import|from)\s*"(\.\/[^"]+)"/g);
    for (const match of imports) found.add(path.replace(/[^/]+$/, (match[1] ?? '').slice(2)));
  }
  return [...found];
}

function compressed(paths: string[]): number {
  return paths.reduce((total, path) => total + brotliCompressSync(readBuilt(path)).byteLength, 0);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
