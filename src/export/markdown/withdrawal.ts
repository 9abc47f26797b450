import type { Facts } from '../../entry/schema/facts.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { SiteAddress } from '../../server/address.ts';
import { pageUrl } from '../urls.ts';
import { link, rich } from './gfm.ts';
import { WORDS } from './words.ts';

/** Say since when an entry no longer holds, why, and what to see instead. */
export function withdrawal(
  { date, reason, replacedBy }: NonNullable<Facts['withdrawn']>,
  locale: Locale,
  site: SiteAddress,
): string {
  const words = WORDS[locale];
  const instead =
    replacedBy === null ? '' : words.instead(link(replacedBy, pageUrl(site, replacedBy, locale)));
  return `**${words.withdrawn(date)}**${words.colon}${rich(reason[locale])}${instead}`;
}
