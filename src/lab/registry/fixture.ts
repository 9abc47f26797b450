import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RegistrySchema } from '../../entry/schema/lab-registry.ts';
import { provideRegistry } from './build.ts';

/** For tests alone: a registry that runs on the host, and a cache that goes with the tests. */
export interface RunningRegistry {
  address: string;
  stop(): void;
}

/** Give the tests of this process a cache of their own. */
export function ownCache(): void {
  const folder = mkdtempSync(join(tmpdir(), 'fixrate-cache-'));
  process.env['FIXRATE_LAB_CACHE'] = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** Start a registry as a sandbox would, at a free port. */
export async function startRegistry(definition: object): Promise<RunningRegistry> {
  const folder = await provideRegistry(RegistrySchema.parse(definition));
  const port = await freePort();
  const child = spawn(join(folder, 'node'), [join(folder, 'serve.mjs'), folder, String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://localhost:${port}/`;
  await answers(`${address}-/ping`, child);
  return { address, stop: () => void child.kill() };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const reached = await fetch(url).then(
      () => true,
      () => false,
    );
    if (reached) return;
    await sleep(20);
  }
  throw new Error(`the registry ended with ${child.exitCode}`);
}
