import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { EXPORT_TYPES, exportHeaders, IMMUTABLE, SECURITY_HEADERS } from './headers.ts';

/** Types that the file server does not know, or knows without their character set. */
const TYPES: Readonly<Record<string, string>> = {
  ...EXPORT_TYPES,
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

const UNKNOWN_TYPE = 'application/octet-stream';

/**
 * Serve a built site: its files under the base path, directories with a slash at the end, its own 404
 * page, and the security headers on every answer. Where a file has a compressed one beside it (`.br`), browsers get that.
 *
 * @param root directory of the built site
 * @param base path under which it was built, with a slash at both ends
 */
export function createSiteServer(root: string, base: string): Server {
  const files = sirv(root, { etag: true, brotli: true, setHeaders: setHeaders(base) });
  const notFound = readFileSync(join(root, '404.html'));
  const listener: RequestListener = (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
    const [path = '/', query] = (request.url ?? '/').split(/(?=\?)/, 2);
    if (`${path}/` === base) return redirect(response, `${base}${query ?? ''}`);
    if (!path.startsWith(base)) return end(response, 404, notFound);
    const inner = path.slice(base.length - 1);
    if (isDirectoryWithoutSlash(root, inner)) return redirect(response, `${path}/${query ?? ''}`);
    request.url = inner;
    files(request, response, () => end(response, 404, notFound));
  };
  return createServer(listener);
}

function setHeaders(base: string): (response: ServerResponse, path: string) => void {
  const ofExports = Object.entries(exportHeaders(base));
  return (response, path) => {
    const name = path.endsWith('/') ? 'index.html' : path;
    const ending = /\.([a-z0-9]+)$/.exec(name)?.[1] ?? '';
    const known = TYPES[ending];
    if (known !== undefined) response.setHeader('Content-Type', known);
    else if (/\.(pf_\w+|pagefind)$/.test(name)) response.setHeader('Content-Type', UNKNOWN_TYPE);
    response.setHeader('Cache-Control', path.startsWith('/assets/') ? IMMUTABLE : 'no-cache');
    if (!(ending in EXPORT_TYPES)) return;
    for (const [key, value] of ofExports) response.setHeader(key, value);
  };
}

/** Relative links of a page hold only where its address ends in a slash. */
function isDirectoryWithoutSlash(root: string, path: string): boolean {
  return /^(\/[\w-]+)+$/.test(path) && existsSync(join(root, path, 'index.html'));
}

function redirect(response: ServerResponse, location: string): void {
  response.setHeader('Location', location);
  end(response, 301);
}

function end(response: ServerResponse, status: number, page?: Buffer): void {
  if (page !== undefined) response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.writeHead(status).end(page);
}
