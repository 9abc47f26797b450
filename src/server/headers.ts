/**
 * Every header of the site and why it is there. The server sends them, and the build writes them to `_headers` for
 * hosts that read such a file.
 */

/**
 * Directives of the content security policy. Nothing is allowed that is not listed, so neither an
 * inline script nor a third party can come in by mistake.
 */
const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  // Pagefind searches in WebAssembly; compiling it needs this word, which allows no JavaScript eval.
  'script-src': "'self' 'wasm-unsafe-eval'",
  // Style sheets are files of ours; none is inline.
  'style-src': "'self'",
  // The icon and pictures of ours.
  'img-src': "'self'",
  // The search index and the exports, fetched by the page's own scripts.
  'connect-src': "'self'",
  // No font comes from elsewhere.
  'font-src': "'self'",
  // The web app manifest.
  'manifest-src': "'self'",
  // What keeps the site on the reader's device, if the reader wants that.
  'worker-src': "'self'",
  // The search form; default-src does not govern it.
  'form-action': "'self'",
  // No <base> can send the relative links elsewhere.
  'base-uri': "'none'",
  // Nobody puts a page with copyable commands into a frame of their own.
  'frame-ancestors': "'none'",
};

/** Headers of every answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': writePolicy(POLICY),
  // A Markdown or JSON file is never taken for a page or a script.
  'X-Content-Type-Options': 'nosniff',
  // `?q=` may hold a pasted log; the pages we link to must not see it.
  'Referrer-Policy': 'no-referrer',
  // A window opened from elsewhere cannot reach into ours.
  'Cross-Origin-Opener-Policy': 'same-origin',
  // The site asks for none of these, so nothing on it may.
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Headers that only an https answer may have (RFC 6797, 7.2): the server of `npm start` speaks http. */
const HTTPS_HEADERS: Readonly<Record<string, string>> = {
  // Commands that are copied into a shell must come unchanged: once seen, the host is asked by https alone. Other
  // names of the same domain are not ours to decide on, so no includeSubDomains.
  'Strict-Transport-Security': 'max-age=31536000',
};

/** File endings that programs of other origins may read, with their exact types. */
export const EXPORT_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  // Badges, for pages elsewhere.
  svg: 'image/svg+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  gz: 'application/gzip',
  sha256: 'text/plain; charset=utf-8',
};

/** Type of an exported file by its ending; null if it is none. */
export function exportType(path: string): string | null {
  const ending = /\.([a-z0-9]+)$/.exec(path)?.[1] ?? '';
  return Object.hasOwn(EXPORT_TYPES, ending) ? (EXPORT_TYPES[ending] ?? null) : null;
}

/**
 * Headers of an exported file.
 *
 * @param base path of the site, with a slash at both ends
 */
export function exportHeaders(base: string): Readonly<Record<string, string>> {
  return {
    // A page of another origin may fetch it.
    'Access-Control-Allow-Origin': '*',
    // Who comes upon one file finds its licence and the description of all (RFC 8288, 8631).
    Link: `<https://creativecommons.org/licenses/by/4.0/>; rel="license", <${base}v1/openapi.json>; rel="service-desc"; type="application/json"`,
  };
}

/**
 * Write the headers in the format of the `_headers` file that Netlify and Cloudflare Pages read.
 *
 * @param base path of the site, with a slash at both ends
 */
export function headersFile(base: string): string {
  const everywhere = block(`${base}*`, { ...SECURITY_HEADERS, ...HTTPS_HEADERS });
  const exports = Object.entries(EXPORT_TYPES).map(([ending, type]) =>
    block(`${base}*.${ending}`, { 'Content-Type': type, ...exportHeaders(base) }),
  );
  const assets = block(`${base}assets/*`, { 'Cache-Control': IMMUTABLE });
  return [everywhere, ...exports, assets].join('\n');
}

/**
 * The policy for a host that sends no headers: what a `<meta>` may say of it. The others of these headers have no
 * such form.
 */
export function metaPolicy(): string {
  const { 'frame-ancestors': _, ...policy } = POLICY;
  return writePolicy(policy);
}

/** For files whose name holds a digest of their content. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

function writePolicy(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

function block(pattern: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${pattern}\n${lines.join('')}`;
}
