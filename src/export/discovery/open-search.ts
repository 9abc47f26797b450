import { LANGUAGE_TAGS, type Locale } from '../../i18n/locales.ts';
import { bindRoutes } from '../../i18n/routes.ts';
import { stringsOf } from '../../i18n/strings.ts';
import type { SiteAddress } from '../../server/address.ts';
import { fileUrl, localePath, OPEN_SEARCH } from '../urls.ts';
import { element, writeXml } from '../xml.ts';

/**
 * Describe the search for browsers and other clients: https://github.com/dewitt/opensearch. The terms stand in the
 * fragment, so that they are not sent to the server.
 */
export function openSearchDescription(site: SiteAddress, locale: Locale): string {
  const t = stringsOf(locale);
  const search = bindRoutes(site).url({ page: 'search' }, locale);
  return writeXml(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      element('ShortName', {}, t.site.name),
      element('Description', {}, t.site.tagline),
      element('InputEncoding', {}, 'UTF-8'),
      element('OutputEncoding', {}, 'UTF-8'),
      element('Language', {}, LANGUAGE_TAGS[locale]),
      element('Image', { width: '32', height: '32', type: 'image/svg+xml' }, fileUrl(site, 'favicon.svg')),
      element('Url', { type: 'text/html', template: `${search}#q={searchTerms}` }),
      element('Url', {
        type: 'application/opensearchdescription+xml',
        rel: 'self',
        template: fileUrl(site, localePath(OPEN_SEARCH, locale)),
      }),
    ),
  );
}
