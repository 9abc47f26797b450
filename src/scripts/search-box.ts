// The search box before it is used: what finds anything is loaded when somebody is about to search.
import { queryOf } from './pasted-text.ts';

const form = document.querySelector<HTMLFormElement>('form.find');
const input = form?.querySelector('input');
if (form && input) wake(form, input);

/** Load the search when the box gets focus, a text or a file, or when the address carries a query. */
function wake(form: HTMLFormElement, input: HTMLInputElement): void {
  const search = once(async () => (await import('./search.ts')).startSearch(form, input));
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.addEventListener('focus', () => void search());
  input.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const [file] = event.clipboardData?.files ?? [];
    if (file === undefined && !/\n/.test(text.trim())) return;
    // A line box would glue the lines together.
    event.preventDefault();
    void search().then((box) => (text === '' && file ? box.readFile(file) : box.paste(text)));
  });
  takeDroppedFiles(form, (file) => void search().then((box) => box.readFile(file)));
  document.addEventListener('keydown', (event) => focusByKey(input, event));
  if (queryOf(location) !== null) void search().then((box) => box.readAddress());
  window.addEventListener('hashchange', () => {
    if (location.hash.startsWith('#q=')) void search().then((box) => box.readAddress());
  });
}

function takeDroppedFiles(form: HTMLFormElement, read: (file: File) => void): void {
  const area = form.closest<HTMLElement>('.ask') ?? form;
  area.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  area.addEventListener('drop', (event) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (file === undefined) return;
    event.preventDefault();
    read(file);
  });
}

/** `/` and Ctrl-K (on a Mac Command-K) lead to the box; `/` not where somebody types. */
function focusByKey(input: HTMLInputElement, event: KeyboardEvent): void {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  const { target } = event;
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  if (!chord && !(slash && !typing)) return;
  event.preventDefault();
  input.focus();
  input.select();
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
