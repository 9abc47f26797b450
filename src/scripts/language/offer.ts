import { LANGUAGE_TAGS, LOCALES } from '../../i18n/locales.ts';
import { OFFER_STRINGS } from '../../i18n/offer-strings.ts';
import styles from '../../styles/offer.css?url';
import { make } from '../elements.ts';
import { loadStyle } from '../load-style.ts';

const KEY = 'fixrate-language';

/**
 * Offer the page in the language that the browser asks for, in one line over the foot of the window. It is
 * never forced, and not offered again to whoever closed the line or went over by the link.
 */
export async function offerLanguage(link: HTMLAnchorElement): Promise<void> {
  link.addEventListener('click', remember);
  const locale = LOCALES.find((one) => LANGUAGE_TAGS[one] === link.hreflang);
  if (locale === undefined || isRemembered()) return;
  await loadStyle(styles);
  const { text, close } = OFFER_STRINGS[locale];
  const offered = make('a', { href: link.href, hreflang: link.hreflang }, text);
  const button = make('button', { type: 'button', 'aria-label': close }, '×');
  const line = make('aside', { class: 'offer', lang: link.hreflang, 'aria-label': text }, offered, button);
  // The link of the header knows where the reader is.
  offered.addEventListener('click', (event) => {
    event.preventDefault();
    link.click();
  });
  button.addEventListener('click', () => {
    remember();
    line.remove();
  });
  document.body.append(line);
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
