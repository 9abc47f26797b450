import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Entry } from '../entry/entry.ts';
import { loadEntry } from '../entry/load/entry.ts';
import { contentRoot, listEntries } from '../entry/load/files.ts';
import { formatProblems } from '../entry/problems/problem.ts';
import { exportType } from '../server/headers.ts';
import type { ExportContext } from './collect/collector.ts';
import { onePathSink } from './collect/sink.ts';
import { entryFiles, makePublishable } from './entry-files.ts';
import { PATHS } from './urls.ts';
import { writeExports } from './write.ts';

/** Files of one entry; the first group is its id. */
const OF_ONE = /^(?:zh\/)?([a-z0-9-]+\/[a-z0-9-]+)(?:\.verdict|\.changes)?\.(?:json|md|svg)$/;

/** Files about all entries. */
const OF_ALL =
  /^(?:v1\/.+|assets\/match\.[a-f0-9]+\.json|robots\.txt|\.well-known\/security\.txt|(?:zh\/)?(?:[a-z0-9-]+\.md|llms(?:-full)?\.txt|opensearch\.xml|manifest\.webmanifest))$/;

/** What a page of the site answers by itself. */
const PAGES: readonly string[] = [PATHS.evidence, PATHS.ledger, PATHS.changes];

/** Answer a request for an export from the content as it is now; false for any other request. */
export async function serveExport(
  context: ExportContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { origin, base } = context.site;
  const { pathname } = new URL(request.url ?? '/', origin);
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1);
  try {
    const text = await exportNow(path, context);
    if (text === null) return false;
    response.setHeader('Content-Type', exportType(path) ?? '');
    response.end(text);
  } catch (error) {
    response.statusCode = 500;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end(String(error));
  }
  return true;
}

/**
 * Make one exported file from the content as it is now; null where there is none of this path.
 *
 * @throws Error with the problems of an entry whose own file is asked for
 */
export async function exportNow(path: string, context: ExportContext): Promise<string | null> {
  const root = contentRoot();
  const id = OF_ONE.exec(path)?.[1];
  if (id !== undefined && listEntries(root).ids.includes(id)) {
    const load = () => makePublishable(loadOrThrow(root, id, context), context.site);
    return (
      entryFiles(id, load, context.site)
        .find((file) => file.path === path)
        ?.render() ?? null
    );
  }
  if (!OF_ALL.test(path) || PAGES.includes(path)) return null;
  const sink = onePathSink(path);
  await writeExports(soundEntries(root, context), context, sink);
  return sink.kept;
}

/** The entries that can be read: one with problems takes nothing else down. */
function* soundEntries(root: string, { site }: ExportContext): Generator<Entry> {
  for (const id of listEntries(root).ids) {
    const { entry } = loadEntry(root, id, site);
    if (entry !== null) yield entry;
  }
}

function loadOrThrow(root: string, id: string, { site }: ExportContext): Entry {
  const { entry, problems } = loadEntry(root, id, site);
  if (entry === null) throw new Error(formatProblems(problems));
  return entry;
}
