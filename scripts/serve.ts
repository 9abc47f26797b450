// Serves the site as built in dist/ on loopback, until a signal ends it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { siteAddress } from '../src/server/address.ts';
import { listen, wantedPort } from '../src/server/listen.ts';
import { createSiteServer } from '../src/server/server.ts';
import { endWithNpm, fail, ROOT } from './process.ts';

/** Serve the built site and say where. */
export async function serve(): Promise<void> {
  const dist = process.env['FIXRATE_DIST'] ?? join(ROOT, 'dist');
  if (!existsSync(join(dist, '404.html'))) fail(`There is no built site in ${dist}: run \`npm run build\`.`);
  const { base } = siteAddress();
  const server = createSiteServer(dist, base);
  const wanted = wantedPort(process.env['PORT']);
  const port = await listen(server, wanted);
  if (wanted !== 0 && port !== wanted) console.log(`Port ${wanted} is taken, so it is ${port} this time.`);
  console.log(`Fixrate is at http://localhost:${port}${base} (Ctrl-C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}

if (import.meta.main) {
  endWithNpm();
  await serve().catch((error: Error) => fail(error.message));
}
