import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import type { SiteAddress } from '../../server/address.ts';
import { ledgerPath } from '../ledger/ledger.ts';
import { publishedOf } from '../ledger/published.ts';
import { loadEntry } from '../load/entry.ts';
import { listEntries } from '../load/files.ts';
import { formatProblem, formatProblems, type Problem } from '../problems/problem.ts';
import { recordPath } from '../revision/record.ts';
import { type Card, cardOf } from './card.ts';
import { digestEntry, digestReader } from './digest.ts';
import { packEntry } from './pack.ts';

/**
 * Load the entries as an Astro collection. An entry whose files have not changed since the last build is
 * not read again. `data` holds its card; the rest is packed into `body`, see `unpackEntry`.
 *
 * In a build any problem fails it, with all of them printed. While developing, an entry with problems
 * keeps its last good state, and everything else goes on.
 *
 * @param root content folder
 */
export function entryLoader(root: string, site: SiteAddress): Loader {
  return {
    name: 'entries',
    // The model was checked while it was loaded; Astro is told its type alone.
    schema: z.custom<Card>(),
    load: async (context) => {
      const reader = digestReader(fileURLToPath(context.config.root), site);
      const update = (id: string): Problem[] => updateEntry(context, root, site, id, reader);
      const listed = listEntries(root);
      forgetOthers(context, listed.ids);
      const problems = [...listed.problems, ...listed.ids.flatMap(update)];
      if (context.watcher === undefined && problems.length > 0)
        throw new Error(`\n${formatProblems(problems)}`);
      warn(context, problems);
      watch(context, root, update);
    },
  };
}

/** Bring the stored entry up to date; one with problems stays as it was. */
function updateEntry(
  { store, logger }: LoaderContext,
  root: string,
  site: SiteAddress,
  id: string,
  reader: string,
): Problem[] {
  const digest = digestEntry(root, id, `${reader}\0${JSON.stringify(publishedOf(root, id))}`);
  if (store.get(id)?.digest === digest) return [];
  const { entry, problems } = loadEntry(root, id, site);
  if (entry === null) return problems;
  store.set({ id, digest, data: { ...cardOf(entry) }, body: packEntry(entry) });
  logger.debug(`read ${id}`);
  return problems;
}

function forgetOthers({ store }: LoaderContext, ids: readonly string[]): void {
  const present = new Set(ids);
  for (const id of store.keys()) if (!present.has(id)) store.delete(id);
}

function watch(context: LoaderContext, root: string, update: (id: string) => Problem[]): void {
  const { watcher, logger, store } = context;
  if (watcher === undefined) return;
  watcher.add(root);
  watcher.on('all', (_event, path) => {
    const [top, domain, slug] = relative(root, path).split(sep);
    if (path === ledgerPath(root) || path === recordPath(root))
      for (const id of store.keys()) warn(context, update(id));
    if (top !== 'errors' || domain === undefined || slug === undefined) return;
    try {
      const { ids } = listEntries(root);
      forgetOthers(context, ids);
      const id = `${domain}/${slug}`;
      if (ids.includes(id)) warn(context, update(id));
    } catch (error) {
      // A file that goes away while it is read: its own event follows.
      logger.warn(String(error));
    }
  });
}

function warn({ logger }: LoaderContext, problems: readonly Problem[]): void {
  for (const problem of problems) logger.error(formatProblem(problem));
}
