import { join } from 'node:path';
import { siteAddress } from '../../../src/server/address.ts';
import { listen } from '../../../src/server/listen.ts';
import { createSiteServer } from '../../../src/server/server.ts';

/** Directory of the built site under test. */
export const DIST = process.env['FIXRATE_DIST'] ?? join(import.meta.dirname, '../../../dist');

/** Where that site says that it stands. */
export const SITE = siteAddress();

/** Serve the built site for the whole run, and tell the workers where. */
export default async function startServer(): Promise<() => void> {
  const server = createSiteServer(DIST, SITE.base);
  process.env['E2E_ORIGIN'] = `http://127.0.0.1:${await listen(server, 0)}`;
  return () => server.close().closeAllConnections();
}
