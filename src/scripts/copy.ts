// Copies commands, and links to places of the page.

/** How long a button says that it has copied, in milliseconds. */
const SAID = 2000;

for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const code = button.closest('.cmd')?.querySelector('pre');
    void copy(button, code?.textContent ?? '');
  });
}

for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a.anchor')) {
  // The link still works as one: the address bar and :target follow it.
  anchor.addEventListener('click', () => void copy(anchor, anchor.href));
}

/** Copy a text and mark the element that was used; what cannot be copied stays unmarked. */
async function copy(element: HTMLElement, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  element.dataset['copied'] = '';
  setTimeout(() => delete element.dataset['copied'], SAID);
}
