import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { headersFile, metaPolicy, SECURITY_HEADERS } from './headers.ts';
import { listen } from './listen.ts';
import { createSiteServer } from './server.ts';

const FILES = {
  'index.html': 'home',
  '404.html': 'no such page',
  'git/x/index.html': 'entry',
  'git/x.json': '{}',
  'git/x.md': '# x',
  'v1/all.ndjson': '{}',
  'assets/a.1b2c.js': '1',
  'pagefind/en.pf_meta': 'x',
  'zh/index.html': '首页',
  'zh/index.html.br': brotliCompressSync('首页'),
};

describe('the server of the built site', () => {
  const root = mkdtempSync(join(tmpdir(), 'site-'));
  const servers: ReturnType<typeof createSiteServer>[] = [];
  const origins: Record<string, string> = {};

  before(async () => {
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    for (const base of ['/', '/kb/']) {
      const server = createSiteServer(root, base);
      servers.push(server);
      origins[base] = `http://127.0.0.1:${await listen(server, 0)}`;
    }
  });

  after(() => {
    for (const server of servers) server.close().closeAllConnections();
    rmSync(root, { recursive: true });
  });

  const get = (path: string, base = '/', init: RequestInit = {}): Promise<Response> =>
    fetch(`${origins[base]}${path}`, { redirect: 'manual', ...init });

  const types = {
    '/': 'text/html; charset=utf-8',
    '/git/x/': 'text/html; charset=utf-8',
    '/git/x.md': 'text/markdown; charset=utf-8',
    '/git/x.json': 'application/json; charset=utf-8',
    '/v1/all.ndjson': 'application/x-ndjson; charset=utf-8',
    '/assets/a.1b2c.js': 'text/javascript; charset=utf-8',
    '/pagefind/en.pf_meta': 'application/octet-stream',
  };
  for (const [path, type] of Object.entries(types)) {
    it(`sends ${path} as ${type} under either base`, async () => {
      for (const [base, start] of [
        ['/', ''],
        ['/kb/', '/kb'],
      ] as const) {
        const response = await get(start + path, base);
        assert.equal(response.status, 200);
        assert.equal(response.headers.get('content-type'), type);
      }
    });
  }

  it('sends a compressed file where one stands beside, as the type that it has', async () => {
    const response = await get('/zh/', '/', { headers: { 'Accept-Encoding': 'br' } });
    assert.equal(response.headers.get('content-encoding'), 'br');
    assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(response.headers.get('vary'), 'Accept-Encoding');
    assert.equal(await response.text(), '首页');
    const other = await get('/', '/', { headers: { 'Accept-Encoding': 'br' } });
    assert.equal(other.headers.get('content-encoding'), null);
  });

  it('answers what is not there with the 404 page of the site', async () => {
    for (const [base, path] of [
      ['/', '/nothing'],
      ['/kb/', '/kb/nothing/'],
      ['/kb/', '/git/x/'],
      ['/', '/../package.json'],
      ['/', '/%2e%2e/%2e%2e/etc/passwd'],
      ['/', '/%'],
    ] as const) {
      const response = await get(path, base);
      assert.equal(response.status, 404, path);
      assert.equal(await response.text(), 'no such page');
      assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8');
    }
  });

  it('sends every security header with every answer', async () => {
    for (const path of ['/', '/git/x', '/git/x.json', '/nothing']) {
      const { headers } = await get(path);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) assert.equal(headers.get(name), value);
    }
  });

  it('lets other origins read the exports, not the pages', async () => {
    assert.equal((await get('/git/x.json')).headers.get('access-control-allow-origin'), '*');
    assert.equal((await get('/git/x/')).headers.get('access-control-allow-origin'), null);
  });

  it('sends a directory without its slash on to the page, query included', async () => {
    assert.equal((await get('/git/x?q=1')).headers.get('location'), '/git/x/?q=1');
    assert.equal((await get('/kb', '/kb/')).headers.get('location'), '/kb/');
    assert.equal((await get('/git/x', '/')).status, 301);
  });

  it('never redirects to another host', async () => {
    assert.equal((await get('//git/x')).headers.get('location'), null);
  });

  it('refuses methods that write', async () => {
    assert.equal((await get('/', '/', { method: 'POST' })).status, 405);
  });

  it('keeps what has a digest in its name for ever, and asks again for all else', async () => {
    assert.match((await get('/assets/a.1b2c.js')).headers.get('cache-control') ?? '', /immutable/);
    const page = await get('/git/x/');
    assert.equal(page.headers.get('cache-control'), 'no-cache');
    const again = await get('/git/x/', '/', { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    assert.equal(again.status, 304);
  });
});

describe('listen', () => {
  it('takes the next port where the wanted one is held', async () => {
    const [holder, server] = [createServer(), createServer()];
    const held = await listen(holder, 0);
    assert.ok((await listen(server, held)) > held);
    holder.close();
    server.close();
  });
});

describe('the _headers file', () => {
  it('sends the security headers everywhere under the base', () => {
    const file = headersFile('/kb/');
    assert.ok(file.startsWith("/kb/*\n  Content-Security-Policy: default-src 'none'; script-src 'self'"));
    assert.match(file, /\/kb\/\*\.md\n {2}Content-Type: text\/markdown; charset=utf-8/);
  });

  it('asks for https there alone, since what is not https must not', () => {
    assert.match(headersFile('/'), /\n {2}Strict-Transport-Security: max-age=\d{8}\n/);
    assert.ok(!('Strict-Transport-Security' in SECURITY_HEADERS));
  });

  it('names licence and description with each kind of export', () => {
    const blocks = headersFile('/kb/').split('\n\n');
    for (const ending of ['json', 'md', 'ndjson', 'atom', 'gz']) {
      const [block = ''] = blocks.filter((one) => one.startsWith(`/kb/*.${ending}\n`));
      assert.match(
        block,
        /\n {2}Link: <https:.*>; rel="license", <\/kb\/v1\/openapi\.json>; rel="service-desc"/,
      );
    }
  });
});

test('the policy in a page is that of the header, but for what a page cannot say', () => {
  const header = SECURITY_HEADERS['Content-Security-Policy'] ?? '';
  assert.equal(`${metaPolicy()}; frame-ancestors 'none'`, header);
});
