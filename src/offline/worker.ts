// The service worker: keeps the chosen parts of one version of the site, whole, and answers from them.
import { NetworkOnly, Serwist } from 'serwist';
import { listRedirects } from '../export/links/redirects.ts';
import type { PublishedLedger } from '../export/schema/ledger.ts';
import { PATHS } from '../export/urls.ts';
import { DEFAULT_LOCALE, LOCALES } from '../i18n/locales.ts';
import { bindRoutes } from '../i18n/routes.ts';
import { isChosen, readChoice } from './choice.ts';
import { type KeptFile, LIST_FUNCTION, type Manifest, MOST_BYTES } from './manifest.ts';
import type { Progress } from './progress.ts';

declare const FIXRATE_MANIFEST: Manifest;
/** What a worker has of its global object, as far as it is used here. */
declare const self: {
  location: Location;
  registration: ServiceWorkerRegistration;
  clients: {
    matchAll(options: { includeUncontrolled: boolean }): Promise<{ postMessage(data: Progress): void }[]>;
  };
  importScripts(...addresses: string[]): void;
  addEventListener(
    type: 'install',
    listener: (event: { waitUntil(done: Promise<never>): void }) => void,
  ): void;
  [LIST_FUNCTION]?: (files: readonly KeptFile[]) => void;
};

const base = new URL('./', self.location.href).pathname;
const choice = readChoice(self.location.search);
const parts = FIXRATE_MANIFEST.parts.filter((part) => isChosen(part, choice));
const files: KeptFile[] = [];
self[LIST_FUNCTION] = (more) => void files.push(...more);
// The browser keeps imported scripts with the worker: the lists are there whenever it starts.
self.importScripts(...parts.map(({ list }) => base + list));

const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
if (bytes > MOST_BYTES)
  self.addEventListener('install', (event) => {
    event.waitUntil(
      Promise.reject(new Error(`${bytes} bytes are more than the ${MOST_BYTES} that are kept`)),
    );
  });

let fetched = 0;
const serwist = new Serwist({
  // With its digest a file of another version, or one that a host has rewritten, is refused: then nothing changes.
  precacheEntries: files.map(([path, integrity]) => ({ url: base + path, revision: integrity, integrity })),
  precacheOptions: {
    cleanupOutdatedCaches: true,
    concurrency: 6,
    // Queries are read by the scripts of a page.
    ignoreURLParametersMatching: [/./],
    directoryIndex: null,
    cleanURLs: false,
    plugins: [{ cacheDidUpdate: () => report(++fetched) }],
  },
  // What is open keeps the version that it was opened with, until its reader says so.
  skipWaiting: false,
  clientsClaim: true,
});

/** Tell open pages how far it is, now and then. */
async function report(count: number): Promise<void> {
  if (count % 10 !== 0) return;
  for (const client of await self.clients.matchAll({ includeUncontrolled: true }))
    client.postMessage({ fetched: count, of: files.length });
}

serwist.registerCapture(
  ({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate',
  new NetworkOnly(),
);
serwist.setCatchHandler(async ({ url }) => {
  const path = url.pathname.slice(base.length);
  const known = new Set(files.map(([file]) => file));
  const to = known.has(`${path}/`) ? `${path}/` : await leadsTo(path);
  if (to !== undefined && known.has(to)) return Response.redirect(`${base}${to}${url.search}`, 302);
  const locale =
    LOCALES.find((one) => one !== DEFAULT_LOCALE && path.startsWith(`${one}/`)) ?? DEFAULT_LOCALE;
  // In what language there is: the page says what is missing.
  const pages = [locale, ...LOCALES].map((one) =>
    bindRoutes({ origin: '', base }).path({ page: 'offline' }, one),
  );
  for (const page of pages) {
    const response = await serwist.matchPrecache(page);
    if (response !== undefined) return response;
  }
  return Response.error();
});

/** Follow a code, or an id that an entry had before, as a host would. */
async function leadsTo(path: string): Promise<string | undefined> {
  const response = await serwist.matchPrecache(base + PATHS.ledger);
  if (response === undefined) return undefined;
  const ledger = (await response.json()) as PublishedLedger;
  const asked = path.endsWith('/') ? path : `${path}/`;
  return listRedirects(ledger).find(({ from }) => from === asked)?.to;
}

serwist.addEventListeners();
