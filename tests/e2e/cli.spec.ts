import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from './support/site.ts';
import { expect, test } from './support/test.ts';
import { unpack } from './support/unpack.ts';

test('the site serves the command line as a package that needs nothing else and works offline @base', async ({
  page,
  request,
}) => {
  await page.goto(at({ page: 'home' }, 'en'));
  const response = await request.get('./cli/fixrate.tgz');
  expect(response.status()).toBe(200);
  const folder = mkdtempSync(join(tmpdir(), 'fixrate-package-'));
  try {
    await unpack(await response.body(), folder);
    const run = (args: string[], input = '') =>
      spawnSync(process.execPath, [join(folder, 'package/fixrate.js'), ...args], {
        input,
        encoding: 'utf8',
        cwd: folder,
        env: { LANG: 'en_US.UTF-8' },
      });
    const log = 'Error: listen EADDRINUSE: address already in use 127.0.0.1:8461';
    const match = run(['match'], log);
    expect(match.stderr).toBe('');
    expect(match.stdout).toContain('node/err-address-already-in-use-eaddrinuse');
    expect(match.status).toBe(0);
    expect(run(['show', '--lang', 'zh', 'git/failed-to-push-some-refs']).stdout).toMatch(
      /^# .*\p{Script=Han}/u,
    );
    expect(run(['search', 'address', 'in', 'use']).stdout).toContain(
      'node/err-address-already-in-use-eaddrinuse',
    );
    expect(run(['show', '../../package']).status).toBe(2);
    const hello = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '0' } },
    };
    const mcp = run(['mcp'], `${JSON.stringify(hello)}\n`);
    expect(JSON.parse(mcp.stdout).result.serverInfo.name).toBe('fixrate');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
