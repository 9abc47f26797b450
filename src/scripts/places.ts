// Places of an entry that the address may name: most need no script, what does is loaded when it is named.
const article = document.querySelector<HTMLElement>('article[data-id]');
const find = (): void => {
  if (article !== null && location.hash.length > 1 && !location.hash.startsWith('#q='))
    void import('./places/start.ts').then(({ showPlace }) => showPlace(article));
};
addEventListener('hashchange', find);
find();

const matrix = document.querySelector<HTMLElement>('.mx');
for (const type of ['pointerover', 'focusin'])
  matrix?.addEventListener(
    type,
    (event) => void import('./places/cell-links.ts').then(({ linkCells }) => linkCells(matrix, event)),
    { once: true },
  );

// A module, so that its names are its own.
export {};
