// The link to the other language: it keeps the place and what was asked, and is offered to whoever may want it.
import { whenIdle } from '../when-idle.ts';
import { askedLanguage } from './asked.ts';

const link = document.querySelector<HTMLAnchorElement>('header a[hreflang]');
if (link) {
  // The address of the page may change as long as the page is open.
  for (const type of ['pointerdown', 'focus', 'click', 'contextmenu'])
    link.addEventListener(type, () => {
      link.search = location.search;
      link.hash = location.hash;
    });
  const languages = [document.documentElement.lang, link.hreflang];
  if (askedLanguage(navigator.languages, languages) === link.hreflang)
    whenIdle(() => import('./offer.ts').then(({ offerLanguage }) => offerLanguage(link)));
}
