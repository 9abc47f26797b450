import { LANGUAGE_TAGS } from '../../i18n/locales.ts';
import { LICENCE } from '../licence.ts';
import { element, type Markup, writeXml } from '../xml.ts';
import type { Feed, FeedItem } from './feed.ts';

/** Write a feed as Atom: https://www.rfc-editor.org/rfc/rfc4287 */
export function writeAtom(feed: Feed): string {
  return writeXml(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': LANGUAGE_TAGS[feed.locale] },
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('updated', {}, feed.updated),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.atom }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      element('link', { rel: 'license', href: LICENCE.url }),
      element('icon', {}, feed.icon),
      element('author', {}, element('name', {}, LICENCE.attribution)),
      element('rights', {}, LICENCE.name),
      ...feed.items.map(entry),
    ),
  );
}

function entry(item: FeedItem): Markup {
  return element(
    'entry',
    {},
    element('id', {}, item.id),
    element('title', {}, item.title),
    element('published', {}, item.published),
    element('updated', {}, item.updated),
    element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    ...item.tags.map((term) => element('category', { term })),
    element('summary', {}, item.summary),
    element('content', { type: 'text' }, item.text),
  );
}
