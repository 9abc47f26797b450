import { byLocale, LOCALES, type Locale } from '../../i18n/locales.ts';
import { writeAtom } from '../feeds/atom.ts';
import { type FeedEntry, feedPath, makeFeed } from '../feeds/feed.ts';
import { writeJsonFeed } from '../feeds/json-feed.ts';
import type { MakeCollector } from './collector.ts';
import { domainTitle } from './names.ts';

/** How many entries stand in a feed. */
const LENGTH = 50;

/** Write the feeds of all entries and of each domain, in every language, as Atom and as JSON Feed. */
export const collectFeeds: MakeCollector = ({ site, taxonomy }, sink) => {
  const newest = byLocale(keepNewest);
  let domain: string | null = null;
  let newestOfDomain = byLocale(keepNewest);
  const write = (of: string | null, kept: Record<Locale, Newest>): void => {
    for (const locale of LOCALES) {
      const named = of === null ? null : { id: of, title: domainTitle(taxonomy, of) };
      const feed = makeFeed(site, locale, named, kept[locale].list());
      sink.write(`${feedPath(locale, of)}.atom`, writeAtom(feed));
      sink.write(`${feedPath(locale, of)}.json`, writeJsonFeed(feed));
    }
  };
  const endDomain = (): void => {
    if (domain !== null) write(domain, newestOfDomain);
  };
  return {
    add: ({ index, feeds }) => {
      // Entries come sorted by id, so that those of a domain follow each other.
      if (index.domain !== domain) {
        endDomain();
        domain = index.domain;
        newestOfDomain = byLocale(keepNewest);
      }
      for (const locale of LOCALES) {
        const entry = feeds[locale];
        if (entry === null) continue;
        newest[locale].add(entry);
        newestOfDomain[locale].add(entry);
      }
    },
    finish: () => {
      endDomain();
      write(null, newest);
    },
  };
};

interface Newest {
  add: (entry: FeedEntry) => void;
  /** The newest first. */
  list: () => FeedEntry[];
}

/** Keep the newest of any number of entries without holding the others. */
function keepNewest(): Newest {
  let kept: FeedEntry[] = [];
  const list = (): FeedEntry[] => {
    kept = kept.sort(newerFirst).slice(0, LENGTH);
    return kept;
  };
  return {
    add: (entry) => {
      kept.push(entry);
      if (kept.length >= 2 * LENGTH) list();
    },
    list,
  };
}

function newerFirst(a: FeedEntry, b: FeedEntry): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
