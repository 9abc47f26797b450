/**
 * Every security header of the site and why it is there. The server sends them, and the build writes
 * them to `_headers` for hosts that read such a file.
 */

/**
 * Directives of the content security policy. Nothing is allowed that is not listed, so neither an
 * inline script nor a third party can come in by mistake.
 */
const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  // Pagefind searches in WebAssembly; compiling it needs this word, which allows no JavaScript eval.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self'",
  // The search index and the exports, fetched by the page's own scripts.
  'connect-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  // The search form; default-src does not govern it.
  'form-action': "'self'",
  // No <base> can send the relative links elsewhere.
  'base-uri': "'none'",
  // Nobody puts a page with copyable commands into a frame of their own.
  'frame-ancestors': "'none'",
};

/** Headers of every answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': Object.entries(POLICY)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; '),
  // A Markdown or JSON file is never taken for a page or a script.
  'X-Content-Type-Options': 'nosniff',
  // `?q=` may hold a pasted log; the pages we link to must not see it.
  'Referrer-Policy': 'no-referrer',
  // A window opened from elsewhere cannot reach into ours.
  'Cross-Origin-Opener-Policy': 'same-origin',
  // The site asks for none of these, so nothing on it may.
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** File endings that programs of other origins may read, with their exact types. */
export const EXPORT_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  // Badges, for pages elsewhere.
  svg: 'image/svg+xml; charset=utf-8',
};

/** Lets a page of another origin fetch an export. */
export const EXPORT_HEADERS: Readonly<Record<string, string>> = { 'Access-Control-Allow-Origin': '*' };

/**
 * Write the headers in the format of the `_headers` file that Netlify and Cloudflare Pages read.
 *
 * @param base path of the site, with a slash at both ends
 */
export function headersFile(base: string): string {
  const everywhere = block(`${base}*`, SECURITY_HEADERS);
  const exports = Object.entries(EXPORT_TYPES).map(([ending, type]) =>
    block(`${base}*.${ending}`, { 'Content-Type': type, ...EXPORT_HEADERS }),
  );
  const assets = block(`${base}assets/*`, { 'Cache-Control': IMMUTABLE });
  return [everywhere, ...exports, assets].join('\n');
}

/** For files whose name holds a digest of their content. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

function block(pattern: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${pattern}\n${lines.join('')}`;
}
