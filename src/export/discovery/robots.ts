import type { SiteAddress } from '../../server/address.ts';
import { fileUrl, SITEMAP } from '../urls.ts';

/** Everything may be read by everyone; crawlers are told of the sitemap. RFC 9309 */
export function robotsText(site: SiteAddress): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${fileUrl(site, SITEMAP)}\n`;
}
