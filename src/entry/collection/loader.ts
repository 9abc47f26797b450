import { existsSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { cacheFolder, forgetKept, keptPath } from '../../cache/kept.ts';
import type { SiteAddress } from '../../server/address.ts';
import { ledgerPath } from '../ledger/ledger.ts';
import { publishedOf } from '../ledger/published.ts';
import { listEntries } from '../load/files.ts';
import { formatProblem, formatProblems, type Problem } from '../problems/problem.ts';
import { recordPath } from '../revision/record.ts';
import type { Card } from './card.ts';
import { digestEntry, digestReader } from './digest.ts';
import { offerEntries, type StoredEntry } from './handover.ts';
import { keptEntries } from './kept-entries.ts';
import { readAll } from './read-all.ts';
import { type Read, type ReadTask, readEntry } from './read-entry.ts';

/**
 * Load the entries as an Astro collection. An entry whose files have not changed since the last build is
 * not read again. `data` holds its card; the rest is kept in a file beside the store, see `unpackEntry`: the
 * store is held in memory whole, and goes through the bundler.
 *
 * In a build any problem fails it, with all of them printed. While developing, an entry with problems
 * keeps its last good state, and everything else goes on.
 *
 * @param root content folder
 * @param cache folder that is kept between builds
 */
export function entryLoader(root: string, site: SiteAddress, cache: string = cacheFolder()): Loader {
  return {
    name: 'entries',
    // The model was checked while it was loaded; Astro is told its type alone.
    schema: z.custom<Card>(),
    load: async (context) => {
      const reader = digestReader(fileURLToPath(context.config.root), site);
      const folder = keptEntries(cache, context.watcher !== undefined);
      const changed = (ids: readonly string[]): ReadTask[] =>
        ids.flatMap((id) => {
          const digest = digestEntry(root, id, `${reader}\0${JSON.stringify(publishedOf(root, id))}`);
          const kept = keptPath(folder, id, digest);
          return context.store.get(id)?.digest === digest && existsSync(kept)
            ? []
            : { root, site, id, digest, kept };
        });
      const { ids, problems } = listEntries(root);
      forgetOthers(context, ids);
      for (const read of await readAll(changed(ids))) problems.push(...update(context, read));
      if (context.watcher === undefined && problems.length > 0)
        throw new Error(`\n${formatProblems(problems)}`);
      warn(context, problems);
      const stored = listStored(context, folder);
      forgetKept(folder, new Set(stored.map(({ packed }) => packed)));
      offerEntries(stored);
      watch(context, root, (id) => changed([id]).flatMap((task) => update(context, readEntry(task))));
    },
  };
}

function listStored({ store }: LoaderContext, folder: string): StoredEntry[] {
  const stored = store.values().map(({ id, digest }) => ({ id, digest: String(digest) }));
  return stored
    .map(({ id, digest }) => ({ id, digest, packed: keptPath(folder, id, digest) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Bring the stored entry up to date; one with problems stays as it was. */
function update({ store, logger }: LoaderContext, { id, digest, card, problems }: Read): Problem[] {
  if (card === null) return problems;
  store.set({ id, digest, data: { ...card } });
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
