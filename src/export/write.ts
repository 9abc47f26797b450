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
import type { Sink } from './collect/sink.ts';
import { aliasPaths, entryFiles, makePublishable } from './entry-files.ts';
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
 * @param others told of each entry too, and finished when all else is written
 */
export async function writeExports(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  context: ExportContext,
  sink: Sink,
  others: readonly Collector[] = [],
): Promise<void> {
  const collectors = [...COLLECTORS.map((make): Collector => make(context, sink)), ...others];
  for (const { path, render } of siteFiles(context)) sink.write(path, render());
  for await (const entry of entries) {
    const published = makePublishable(entry, context.site);
    const files = entryFiles(entry.id, () => published, context.site).map(({ path, render }) => ({
      path,
      bytes: Buffer.from(render()),
    }));
    for (const { path, bytes } of files)
      for (const place of [path, ...aliasPaths(path, entry)]) sink.write(place, bytes);
    for (const collector of collectors) await collector.add({ ...published, files });
  }
  for (const collector of collectors) await collector.finish();
}
