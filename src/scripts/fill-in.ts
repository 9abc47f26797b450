// The page of an entry that is opened from a message: what fills it in is loaded when the address carries one.
const article = document.querySelector<HTMLElement>('article[data-id]');
const start = (): void => {
  if (article !== null && location.hash.startsWith('#q='))
    void import('./fill/start.ts').then(({ startFilling }) => startFilling(article));
};
const revision = new URLSearchParams(location.search).get('rev');
if (article !== null && revision !== null)
  void import('./since.ts').then(({ showChanges }) => showChanges(article, revision));
addEventListener('hashchange', start);
start();
