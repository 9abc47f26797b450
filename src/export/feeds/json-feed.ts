import { LANGUAGE_TAGS } from '../../i18n/locales.ts';
import { LICENCE } from '../licence.ts';
import type { JsonFeed } from '../schema/feed.ts';
import type { Feed } from './feed.ts';

/** Write a feed as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export function writeJsonFeed(feed: Feed): string {
  const json: JsonFeed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: feed.json,
    icon: feed.icon,
    language: LANGUAGE_TAGS[feed.locale],
    authors: [{ name: LICENCE.attribution }],
    _licence: { name: LICENCE.name, url: LICENCE.url },
    items: feed.items.map(({ id, url, title, summary, text, published, updated, tags }) => ({
      id,
      url,
      title,
      summary,
      content_text: text,
      date_published: published,
      date_modified: updated,
      tags,
    })),
  };
  return `${JSON.stringify(json)}\n`;
}
