// The search box: a combobox after https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ over a search engine.
import { type Answer, createWordEngine, type SearchEngine } from './search-engine.ts';
import { type BoxParts, closeList, moveByKey, showList, showOnPage } from './search-list.ts';

/** Hits in the list under the box, and on the search page. */
const IN_LIST = 8;
const ON_PAGE = 50;
/** Rest after a key before the search starts, in milliseconds. */
const PAUSE = 120;

const form = document.querySelector<HTMLFormElement>('form.find');
const parts = form === null ? null : findParts(form);
if (form !== null && parts !== null) startBox(form, parts);

/** Bring a box to life: keys, list, address. */
function startBox(form: HTMLFormElement, parts: BoxParts): void {
  const { input, pop, list } = parts;
  const engine = createWordEngine(form.dataset['pagefind'] ?? '');
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  closeList(parts);
  searchAsTyped(engine, parts);
  input.addEventListener('keydown', (event) => moveByKey(parts, event));
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) closeList(parts);
  });
  // A press on an option must not take the focus from the box before it is followed.
  pop.addEventListener('mousedown', (event) => event.preventDefault());
  document.addEventListener('keydown', (event) => focusByKey(input, event));
  void startFromAddress(engine, parts);
}

function findParts(form: HTMLFormElement): BoxParts | null {
  const input = form.querySelector<HTMLInputElement>('input');
  const pop = form.querySelector<HTMLElement>('.pop');
  const note = form.querySelector<HTMLElement>('.pop p');
  const list = form.querySelector<HTMLElement>('[role=listbox]');
  const status = form.querySelector<HTMLElement>('[role=status]');
  return input && pop && note && list && status ? { input, pop, note, list, status } : null;
}

function searchAsTyped(engine: SearchEngine, parts: BoxParts): void {
  const { input } = parts;
  let timer = 0;
  const run = async (): Promise<void> => {
    const query = input.value;
    const answer = await ask(engine, query, IN_LIST);
    // The text may have changed, or the reader left, before the answer came.
    if (input.value === query && document.activeElement === input) showList(parts, query, answer);
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim() === '') closeList(parts);
    else timer = window.setTimeout(() => void run(), PAUSE);
  });
}

/** Fill the box with `?q=` and search for it: on the search page into the page, elsewhere into the list. */
async function startFromAddress(engine: SearchEngine, parts: BoxParts): Promise<void> {
  const query = new URLSearchParams(location.search).get('q') ?? '';
  if (query.trim() === '') return;
  parts.input.value = query;
  const section = document.querySelector<HTMLElement>('section.found');
  if (section === null) parts.input.focus();
  const answer = await ask(engine, query, section === null ? IN_LIST : ON_PAGE);
  if (section === null) showList(parts, query, answer);
  else showOnPage(section, parts, query, answer);
}

/** Ask the engine; null where the index could not be loaded. */
async function ask(engine: SearchEngine, query: string, limit: number): Promise<Answer | null> {
  return engine.search(query, limit).catch(() => null);
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
