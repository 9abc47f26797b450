import { writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Entry } from '../entry/entry.ts';
import { loadEntry } from '../entry/load/entry.ts';
import { contentRoot, listEntries } from '../entry/load/files.ts';
import { formatProblems } from '../entry/problems/problem.ts';
import { toMatchInput } from '../match/entry-input.ts';
import type { SiteAddress } from '../server/address.ts';
import { EXPORT_TYPES, headersFile } from '../server/headers.ts';
import { type ExportFile, exportFiles } from './files.ts';
import { takeEntries } from './handover.ts';
import { matchFiles } from './match/match-index.ts';
import { writeExports } from './write.ts';

/** Serve the exports of entries while developing; write them, and `_headers`, in a build. */
export function exportsIntegration(site: SiteAddress): AstroIntegration {
  return {
    name: 'exports',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (!serveExport(site, request, response)) next();
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const directory = fileURLToPath(dir);
        const start = performance.now();
        const count = await writeExports(takeEntries(), site, directory);
        writeFileSync(join(directory, '_headers'), headersFile(site.base));
        logger.info(`${count} files in ${((performance.now() - start) / 1000).toFixed(1)} s`);
      },
    },
  };
}

/** Answer a request for an export from the content as it is now; false for any other request. */
function serveExport(site: SiteAddress, request: IncomingMessage, response: ServerResponse): boolean {
  const url = new URL(request.url ?? '/', site.origin);
  const path = url.pathname.startsWith(site.base)
    ? url.pathname.slice(site.base.length)
    : url.pathname.slice(1);
  const file = findExport(path, site);
  if (file === null) return false;
  try {
    response.setHeader('Content-Type', EXPORT_TYPES[file.ending] ?? '');
    response.end(file.render());
  } catch (error) {
    response.statusCode = 500;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end(String(error));
  }
  return true;
}

/** Find the export of this path, made from the content as it is now; null if there is none. */
function findExport(path: string, site: SiteAddress): Pick<ExportFile, 'ending' | 'render'> | null {
  const root = contentRoot();
  const { ids } = listEntries(root);
  if (/^(?:v1|assets)\/match\.[a-f0-9.]*json$/.test(path)) {
    const inputs = ids
      .map((id) => loadOrThrow(root, id, site))
      .filter(({ facts }) => facts.withdrawn === null)
      .map(({ id, facts }) => toMatchInput(id, facts));
    const found = matchFiles(inputs).find((one) => one.path === path);
    return found === undefined ? null : { ending: 'json', render: () => found.text };
  }
  const id = /^(?:zh\/)?([a-z0-9-]+\/[a-z0-9-]+)(?:\.verdict)?\.(?:json|md|svg)$/.exec(path)?.[1];
  if (id === undefined || !ids.includes(id)) return null;
  return exportFiles(id, () => loadOrThrow(root, id, site), site).find((one) => one.path === path) ?? null;
}

function loadOrThrow(root: string, id: string, site: SiteAddress): Entry {
  const { entry, problems } = loadEntry(root, id, site);
  if (entry === null) throw new Error(formatProblems(problems));
  return entry;
}
