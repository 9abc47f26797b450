// The link to the other language leads to the same place of the page, with what was asked of it.
const link = document.querySelector<HTMLAnchorElement>('header a[hreflang]');

for (const type of ['pointerdown', 'focus', 'click', 'contextmenu'])
  link?.addEventListener(type, () => {
    link.search = location.search;
    link.hash = location.hash;
  });
