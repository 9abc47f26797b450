// Notices at the foot of the window. Loaded with the first of them.
import styles from '../styles/notice.css?url';
import { make } from './elements.ts';
import { loadStyle } from './load-style.ts';

/** A line at the foot of the window that the reader may close. */
export interface Notice {
  /** Its class; a notice takes the place of an earlier one of its kind. */
  kind: 'offer' | 'since' | 'missing' | 'version';
  said: (Node | string)[];
  /** Name of the button that closes it. */
  close: string;
  closed?: () => void;
  /** Name and language of what is an offer, not news: it is not read out by itself. */
  offer?: { name: string; lang: string };
}

let styled: Promise<void> | null = null;

/**
 * Show a notice. It stands at the end of the page and sticks to the foot of the window: nothing moves when it comes,
 * and the last lines of the page are never under it. Several stand above each other.
 */
export async function showNotice({ kind, said, close, closed, offer }: Notice): Promise<void> {
  styled ??= loadStyle(styles);
  await styled;
  const foot =
    document.querySelector('.notices') ?? document.body.appendChild(make('div', { class: 'notices' }));
  foot.querySelector(`.${kind}`)?.remove();
  const text = make('div', offer === undefined ? { role: 'status' } : {});
  const button = make('button', { type: 'button', 'aria-label': close }, '×');
  const notice =
    offer === undefined
      ? make('div', { class: `notice ${kind}` }, text, button)
      : make('aside', { class: `notice ${kind}`, lang: offer.lang, 'aria-label': offer.name }, text, button);
  button.addEventListener('click', () => {
    notice.remove();
    closed?.();
  });
  foot.append(notice);
  // Only what changes in a live region is read out.
  requestAnimationFrame(() => text.append(...said));
}
