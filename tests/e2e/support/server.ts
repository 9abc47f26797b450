import { join } from 'node:path';
import { siteAddress } from '../../../src/server/address.ts';
import { listen } from '../../../src/server/listen.ts';
import { createSiteServer } from '../../../src/server/server.ts';
import { createSlowServer } from './slowly.ts';

/** Directory of the built site under test. */
export const DIST = process.env['FIXRATE_DIST'] ?? join(import.meta.dirname, '../../../dist');

/** Where that site says that it stands. */
export const SITE = siteAddress();

/** Serve the built site for the whole run, at once and slowly, and tell the workers where. */
export default async function startServers(): Promise<() => void> {
  const servers = {
    E2E_ORIGIN: createSiteServer(DIST, SITE.base),
    E2E_SLOW: createSlowServer(DIST, SITE.base),
  };
  for (const [name, server] of Object.entries(servers))
    process.env[name] = `http://127.0.0.1:${await listen(server, 0)}`;
  return () => {
    for (const server of Object.values(servers)) server.close().closeAllConnections();
  };
}
