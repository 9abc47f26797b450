// Copies commands, and links to places of the page.

/** How long a button says that it has copied, in milliseconds. */
const SAID = 2000;

for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) button.hidden = false;

// One listener for all, since links to cells come in later.
document.addEventListener('click', ({ target }) => {
  const used = (target as Element).closest<HTMLElement>('button.copy, a.anchor');
  if (used === null) return;
  // A link still works as one: the address bar and :target follow it.
  const text =
    used instanceof HTMLAnchorElement ? used.href : used.closest('.cmd')?.querySelector('pre')?.textContent;
  void copy(used, text ?? '');
});

/** Copy a text and mark the element that was used; what cannot be copied stays unmarked. */
async function copy(element: HTMLElement, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  element.dataset['copied'] = '';
  setTimeout(() => delete element.dataset['copied'], SAID);
}
