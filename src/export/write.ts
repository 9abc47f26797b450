import type { Entry } from '../entry/entry.ts';
import type { Collector, ExportContext, MakeCollector } from './collect/collector.ts';
import { collectDomainLists } from './collect/domain-lists.ts';
import { collectDomains } from './collect/domains.ts';
import { collectFeeds } from './collect/feeds.ts';
import { collectIndex } from './collect/index.ts';
import { collectLlms, collectLlmsFull } from './collect/llms.ts';
import { collectMatch } from './collect/match.ts';
import { collectRecords } from './collect/records.ts';
import { collectSecurity } from './collect/security.ts';
import type { EntryShare } from './collect/share.ts';
import type { Sink } from './collect/sink.ts';
import { renderEntry, writeFiles } from './render.ts';
import { siteFiles } from './site-files.ts';

/** What is written about all entries together. */
const COLLECTORS: readonly MakeCollector[] = [
  collectIndex,
  collectRecords,
  collectDomains,
  collectDomainLists,
  collectMatch,
  collectFeeds,
  collectLlms,
  collectLlmsFull,
  collectSecurity,
];

/**
 * Write all exports: those of each entry, those about all of them, and those that depend on none. One pass
 * with plain writes: as routes of the site, the same files took ten times the time.
 *
 * @param entries sorted by id; one is held at a time
 */
export function writeExports(entries: Iterable<Entry>, context: ExportContext, sink: Sink): Promise<void> {
  return writeShared(
    (function* () {
      for (const entry of entries) {
        const { share, files } = renderEntry(entry, context);
        writeFiles(files, sink);
        yield share;
      }
    })(),
    context,
    sink,
  );
}

/**
 * Write the exports about all entries, and those that depend on none.
 *
 * @param shares sorted by id; what writes the files of an entry gives its share
 * @param others told of each share too, and finished when all else is written
 */
export async function writeShared(
  shares: AsyncIterable<EntryShare> | Iterable<EntryShare>,
  context: ExportContext,
  sink: Sink,
  others: readonly Collector[] = [],
): Promise<void> {
  const collectors = [...COLLECTORS.map((make): Collector => make(context, sink)), ...others];
  for (const { path, render } of siteFiles(context)) sink.write(path, render());
  for await (const share of shares) for (const collector of collectors) collector.add(share);
  for (const collector of collectors) collector.finish();
}
