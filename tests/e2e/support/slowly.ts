import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SECURITY_HEADERS } from '../../../src/server/headers.ts';
import { createSiteServer } from '../../../src/server/server.ts';

const PARTS = 6;
/** Long enough for a browser to paint what it has. */
const PAUSE_MS = 80;

/**
 * Serve a built site as a slow network would: its pages come in parts, cut anywhere behind their head, so
 * that a browser shows each before the next is there. All else comes at once.
 *
 * @param root directory of the built site
 * @param base path under which it was built, with a slash at both ends
 */
export function createSlowServer(root: string, base: string): Server {
  const [atOnce] = createSiteServer(root, base).listeners('request');
  return createServer(async (request, response) => {
    const path = (request.url ?? '/').replace(/\?.*/, '');
    const file = join(root, path.slice(base.length), 'index.html');
    if (!path.startsWith(base) || !path.endsWith('/') || !existsSync(file)) {
      atOnce?.call(response, request, response);
      return;
    }
    response.writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': 'text/html; charset=utf-8' });
    for (const part of cut(readFileSync(file))) {
      response.write(part);
      await pause(PAUSE_MS);
    }
    response.end();
  });
}

function cut(page: Buffer): Buffer[] {
  const head = page.indexOf('</header>');
  const size = Math.ceil((page.length - head) / PARTS);
  const rest = Array.from({ length: PARTS }, (_, index) =>
    page.subarray(head + index * size, head + (index + 1) * size),
  );
  return [page.subarray(0, head), ...rest];
}
