import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cardOf } from '../../entry/collection/card.ts';
import { readLedger } from '../../entry/ledger/published.ts';
import { loadEntry } from '../../entry/load/entry.ts';
import { contentRoot, listEntries } from '../../entry/load/files.ts';
import type { OutputFolder } from '../../output/folder.ts';
import type { SiteAddress } from '../../server/address.ts';
import { ledgerToJson } from '../json/ledger-to-json.ts';
import type { PublishedLedger } from '../schema/ledger.ts';
import { PATHS } from '../urls.ts';
import { redirectPage } from './redirect-page.ts';
import { listFileRedirects, listRedirects } from './redirects.ts';
import { redirectsFile } from './redirects-file.ts';

/**
 * Lead codes and former ids to the pages of their entries. Comes after the search, which need not read
 * these pages.
 */
export function linksIntegration(site: SiteAddress, output: OutputFolder): AstroIntegration {
  return {
    name: 'links',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', site.origin);
          const page = pathname.startsWith(site.base)
            ? findPage(pathname.slice(site.base.length), site)
            : null;
          if (page === null) return next();
          response.setHeader('Content-Type', 'text/html; charset=utf-8');
          response.end(page);
        });
      },
      'astro:build:done': ({ dir, logger }) => {
        const directory = fileURLToPath(dir);
        const ledger = JSON.parse(readFileSync(join(directory, PATHS.ledger), 'utf8')) as PublishedLedger;
        // An entry that was never measured has no page of trials.
        const redirects = listRedirects(ledger).filter(({ to }) =>
          existsSync(join(directory, to, 'index.html')),
        );
        const pages = redirects.map((redirect) => {
          const text = redirectPage(redirect, site);
          return {
            path: `${redirect.from}index.html`,
            text,
            key: `${redirect.from} ${hash('sha256', text)}`,
          };
        });
        output.settle(
          'links',
          pages.map(({ key }) => key),
        );
        for (const { path, text, key } of pages) {
          if (output.taken('links', key) === null) {
            mkdirSync(dirname(join(directory, path)), { recursive: true });
            writeFileSync(join(directory, path), text);
          }
          output.claim('links', key, [path]);
        }
        writeFileSync(
          join(directory, '_redirects'),
          redirectsFile([...listFileRedirects(ledger), ...redirects], site.base),
        );
        logger.info(`${redirects.length} addresses lead elsewhere`);
      },
    },
  };
}

/** While developing, make such a page from the content as it is now; null for any other path. */
function findPage(path: string, site: SiteAddress): string | null {
  // The ledger holds ids and aliases alike: what it does not name is no redirect, and no entry is read for it.
  const root = contentRoot();
  const ledger = readLedger(root);
  const [, code, id] = /^(?:zh\/)?(?:e\/(FX-\w+)|([a-z0-9-]+\/[a-z0-9-]+))\/(?:trials\/)?$/.exec(path) ?? [];
  const { ids } = listEntries(root);
  const isAlias = id !== undefined && ledger.has(id) && !ids.includes(id);
  if (code === undefined && !isAlias) return null;
  const cards = ids.flatMap((one) => {
    const { entry } = loadEntry(root, one, site);
    return entry === null ? [] : cardOf(entry);
  });
  const redirect = listRedirects(ledgerToJson(cards, ledger, site)).find(({ from }) => from === path);
  return redirect === undefined ? null : redirectPage(redirect, site);
}
