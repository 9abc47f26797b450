import { LANGUAGE_TAGS } from '../../i18n/locales.ts';
import { stringsOf } from '../../i18n/strings.ts';
import type { SiteAddress } from '../../server/address.ts';
import type { Redirect } from './redirects.ts';

/** The script that sends on, in public/. */
const SCRIPT = 'moved.js';

/**
 * Write a page that sends its reader on, for hosts that know no redirects. The script takes query and
 * fragment along, and so the anchor; without script the browser goes to the top of the page. (Beside a
 * script the refresh would race it, hence `noscript`.)
 */
export function redirectPage({ to, locale, id }: Redirect, { origin, base }: SiteAddress): string {
  const { title, text } = stringsOf(locale).moved;
  const path = base + to;
  return `<!doctype html>
<html lang="${LANGUAGE_TAGS[locale]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title(id)}</title>
<link rel="canonical" href="${origin}${path}">
<script src="${base}${SCRIPT}" data-to="${path}"></script>
<noscript><meta http-equiv="refresh" content="0; url=${path}"></noscript>
<p>${text} <a href="${path}">${id}</a></p>
</html>
`;
}
