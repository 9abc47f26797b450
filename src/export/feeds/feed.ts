import { changeDays, createdOn, isNew } from '../../entry/revision/days.ts';
import type { LocalizedText } from '../../entry/schema/primitives.ts';
import { byLocale, type Locale } from '../../i18n/locales.ts';
import { sayChanges } from '../../i18n/revision-strings.ts';
import { bindRoutes, type PageRef } from '../../i18n/routes.ts';
import { stringsOf } from '../../i18n/strings.ts';
import type { SiteAddress } from '../../server/address.ts';
import type { Publishable } from '../entry-files.ts';
import { fileUrl } from '../urls.ts';
import { feedId } from './id.ts';

/** A feed in one language, whatever it is written as. */
export interface Feed {
  id: string;
  locale: Locale;
  title: string;
  description: string;
  /** The page that it follows. */
  page: string;
  atom: string;
  json: string;
  icon: string;
  updated: string;
  items: FeedItem[];
}

/** An entry in a feed, in one language. */
export interface FeedItem {
  id: string;
  url: string;
  title: string;
  summary: string;
  /** The message, then what changed last, then what is known to fix it, then what it is. */
  text: string;
  /** Date and time of the first revision, ISO 8601. */
  published: string;
  /** Date and time of the last revision that changed anything in this language. */
  updated: string;
  tags: string[];
}

/** What is kept of an entry for the feeds of a language. */
export interface FeedEntry {
  id: string;
  date: string;
  item: FeedItem;
}

/** When the feeds began: the date of one that has no entry yet. */
const BEGAN = '2026-11-25';

/** Take from an entry what feeds say of it in each language; null while nothing is recorded of it. */
export function feedEntries(publishable: Publishable): Record<Locale, FeedEntry | null> {
  return byLocale((locale) => entryIn(locale, publishable));
}

function entryIn(locale: Locale, { entry, json }: Publishable): FeedEntry | null {
  const t = stringsOf(locale);
  const [last] = changeDays(entry.history, locale);
  const created = createdOn(entry.history);
  if (last === undefined || created === null) return null;
  const { title, summary } = json.text[locale];
  const { value, proven, causes } = json.rates.fixRate;
  const verdict = value === null ? t.verdict.notMeasured : t.verdict.proven(proven, causes);
  const { withdrawn } = json;
  const text = [
    json.headline,
    ...(isNew(last) ? [] : [`${t.changes.changed}${t.site.colon}${sayChanges(last, locale)}`]),
    withdrawn === null ? verdict : withdrawn.reason[locale],
    plain(summary),
  ];
  const item: FeedItem = {
    id: feedId(`entry:${locale}:${json.id}`),
    url: json.urls[locale].page,
    title: plain(withdrawn === null ? title : `${title}${t.site.comma}${t.verdict.withdrawn}`),
    summary: plain(summary),
    text: text.join('\n\n'),
    published: dateTime(created),
    updated: dateTime(last.date),
    tags: [json.domain, json.category, ...json.tags],
  };
  return { id: json.id, date: last.date, item };
}

/** Make the feed of all entries, or of a domain, from those that are to stand in it, newest first. */
export function makeFeed(
  site: SiteAddress,
  locale: Locale,
  domain: { id: string; title: LocalizedText } | null,
  entries: readonly FeedEntry[],
): Feed {
  const t = stringsOf(locale);
  const ref: PageRef = domain === null ? { page: 'new' } : { page: 'domain', domain: domain.id };
  const path = feedPath(locale, domain?.id ?? null);
  return {
    id: feedId(`feed:${locale}:${domain?.id ?? ''}`),
    locale,
    title: domain === null ? t.site.name : `${t.site.name}${t.site.colon}${domain.title[locale]}`,
    description: t.site.tagline,
    page: bindRoutes(site).url(ref, locale),
    atom: fileUrl(site, `${path}.atom`),
    json: fileUrl(site, `${path}.json`),
    icon: fileUrl(site, 'favicon.svg'),
    updated: dateTime(entries[0]?.date ?? BEGAN),
    items: entries.map(({ item }) => item),
  };
}

/** Path of a feed without its ending, below the base. */
export function feedPath(locale: Locale, domain: string | null): string {
  return domain === null ? `v1/feeds/${locale}` : `v1/feeds/${locale}/${domain}`;
}

function dateTime(date: string): string {
  return `${date}T00:00:00Z`;
}

/** Titles and summaries mark code by backticks, which feeds do not know. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
