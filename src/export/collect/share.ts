import type { Locale } from '../../i18n/locales.ts';
import type { MatchInput } from '../../match/types.ts';
import type { Picture } from '../../picture/content.ts';
import type { FeedEntry } from '../feeds/feed.ts';
import type { IndexEntry } from '../schema/index.ts';

/**
 * What an entry gives to the files about all entries: plain data, without its single trials, so that it can be
 * kept between builds and sent from a thread.
 */
export interface EntryShare {
  index: IndexEntry;
  /** Its line of `v1/entries.ndjson`. */
  record: string;
  /** Its line in the list of its domain. */
  lines: Record<Locale, string>;
  match: MatchInput;
  feeds: Record<Locale, FeedEntry | null>;
  /** Its Markdown. */
  markdown: Record<Locale, string>;
  /** What links to its pages unfurl to. */
  pictures: Record<Locale, Picture>;
}
