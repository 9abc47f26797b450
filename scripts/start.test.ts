import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { listen } from '../src/server/listen.ts';
import { ROOT } from './process.ts';

const dist = mkdtempSync(join(tmpdir(), 'dist-'));
writeFileSync(join(dist, '404.html'), 'no such page');
writeFileSync(join(dist, 'index.html'), 'home');
after(() => rmSync(dist, { recursive: true }));

/** Serve a small site through a shell, as npm does, and wait until it says where. */
async function serve(
  port: number,
): Promise<{ lines: string[]; shell: number; server: number; gone: Promise<void> }> {
  const command = `${process.execPath} scripts/serve.ts & echo $!; wait`;
  const shell = spawn('sh', ['-c', command], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      FIXRATE_DIST: dist,
      BASE_PATH: '',
      npm_lifecycle_event: 'start',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => shell.stdout.once('close', resolve));
  const lines: string[] = [];
  for await (const line of createInterface(shell.stdout)) {
    lines.push(line);
    if (line.includes('http://')) break;
  }
  return { lines: lines.slice(1), shell: shell.pid ?? 0, server: Number(lines[0]), gone };
}

describe('the server of npm start', () => {
  it('says where it is, on the next port where the wanted one is taken', async () => {
    const holder = createServer();
    const held = await listen(holder, 0);
    const { lines, server, gone } = await serve(held);
    holder.close();
    const [first, second] = lines;
    const port = Number(/localhost:(\d+)/.exec(second ?? '')?.[1]);
    assert.equal(first, `Port ${held} is taken, so it is ${port} this time.`);
    assert.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), 'home');
    process.kill(server, 'SIGINT');
    await gone;
  });

  it('ends with the shell that npm started it in', async () => {
    const { shell, gone } = await serve(0);
    process.kill(shell, 'SIGKILL');
    await gone;
  });
});
