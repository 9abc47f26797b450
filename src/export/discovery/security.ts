import { LANGUAGE_TAGS, LOCALES } from '../../i18n/locales.ts';
import type { SiteAddress } from '../../server/address.ts';
import { fileUrl, SECURITY_TXT } from '../urls.ts';

/** Days for which the file holds from the newest date of the content on; RFC 9116 advises less than a year. */
const VALID_DAYS = 350;

/**
 * Say where a hole in the site is reported, as security.txt: https://www.rfc-editor.org/rfc/rfc9116
 *
 * It expires counted from the newest date in the content, not from the day of the build: two builds of one commit
 * are equal, and a site that nobody tends any more says so by an expired file.
 *
 * @param repository address of the project's repository on a GitHub-like host
 * @param newest the newest date of the content
 */
export function securityText(site: SiteAddress, repository: string, newest: string): string {
  const expires = new Date(Date.parse(newest) + VALID_DAYS * 86_400_000).toISOString();
  return [
    `Contact: ${repository}/security/advisories/new`,
    `Expires: ${expires.replace('.000Z', 'Z')}`,
    `Preferred-Languages: ${LOCALES.map((locale) => LANGUAGE_TAGS[locale]).join(', ')}`,
    `Canonical: ${fileUrl(site, SECURITY_TXT)}`,
    '',
  ].join('\n');
}
