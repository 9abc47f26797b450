import { LANGUAGE_TAGS, LOCALES } from '../../i18n/locales.ts';
import { OFFER_STRINGS } from '../../i18n/offer-strings.ts';
import { make } from '../elements.ts';
import { showNotice } from '../notice.ts';

const KEY = 'fixrate-language';

/**
 * Offer the page in the language that the browser asks for, in one line at the foot of the window. It is
 * never forced, and not offered again to whoever closed the line or went over by the link.
 */
export async function offerLanguage(link: HTMLAnchorElement): Promise<void> {
  link.addEventListener('click', remember);
  const locale = LOCALES.find((one) => LANGUAGE_TAGS[one] === link.hreflang);
  if (locale === undefined || isRemembered()) return;
  const { text, close } = OFFER_STRINGS[locale];
  const offered = make('a', { href: link.href, hreflang: link.hreflang }, text);
  // The link of the header knows where the reader is.
  offered.addEventListener('click', (event) => {
    event.preventDefault();
    link.click();
  });
  const offer = { name: text, lang: link.hreflang };
  await showNotice({ kind: 'offer', said: [offered], close, closed: remember, offer });
}

function remember(): void {
  try {
    localStorage.setItem(KEY, 'chosen');
  } catch {
    // Storage may be forbidden; then the line comes again.
  }
}

function isRemembered(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
