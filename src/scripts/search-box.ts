// The search box: a combobox after https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ over a search engine.
import { SEARCH_STRINGS } from '../i18n/search-strings.ts';
import { type Answer, createWordEngine, type Hit, type SearchEngine } from './search-engine.ts';

/** Hits in the list under the box, and on the search page. */
const IN_LIST = 8;
const ON_PAGE = 50;
/** Rest after a key before the search starts, in milliseconds. */
const PAUSE = 120;

const TEXTS = document.documentElement.lang.startsWith('zh') ? SEARCH_STRINGS.zh : SEARCH_STRINGS.en;

const form = document.querySelector<HTMLFormElement>('form.find');
if (form !== null) startBox(form);

/** Bring a box to life: keys, list, address. */
function startBox(form: HTMLFormElement): void {
  const parts = findParts(form);
  if (parts === null) return;
  const { input, pop } = parts;
  const engine = createWordEngine(form.dataset['pagefind'] ?? '');
  let timer = 0;
  let asked = '';
  const run = async (): Promise<void> => {
    const query = input.value;
    asked = query;
    const answer = await ask(engine, query, IN_LIST);
    // A later key may have been answered already.
    if (asked === query && document.activeElement === input) show(parts, query, answer);
  };
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', parts.list.id);
  close(parts);
  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim() === '') close(parts);
    else timer = window.setTimeout(() => void run(), PAUSE);
  });
  input.addEventListener('keydown', (event) => onKey(parts, event));
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) close(parts);
  });
  // A press on an option must not take the focus from the box before it is followed.
  pop.addEventListener('mousedown', (event) => event.preventDefault());
  document.addEventListener('keydown', (event) => focusOnKey(input, event));
  void startFromAddress(engine, input, parts);
}

/** The elements of a box. */
interface Parts {
  input: HTMLInputElement;
  pop: HTMLElement;
  note: HTMLElement;
  list: HTMLElement;
  status: HTMLElement;
}

function findParts(form: HTMLFormElement): Parts | null {
  const input = form.querySelector<HTMLInputElement>('input');
  const pop = form.querySelector<HTMLElement>('.pop');
  const note = form.querySelector<HTMLElement>('.pop p');
  const list = form.querySelector<HTMLElement>('[role=listbox]');
  const status = form.querySelector<HTMLElement>('[role=status]');
  return input && pop && note && list && status ? { input, pop, note, list, status } : null;
}

/** Fill the box with `?q=` and search for it: on the search page into the page, elsewhere into the list. */
async function startFromAddress(engine: SearchEngine, input: HTMLInputElement, parts: Parts): Promise<void> {
  const query = new URLSearchParams(location.search).get('q') ?? '';
  if (query.trim() === '') return;
  input.value = query;
  const found = document.querySelector<HTMLElement>('section.found');
  const answer = await ask(engine, query, found === null ? IN_LIST : ON_PAGE);
  if (found === null) {
    input.focus();
    show(parts, query, answer);
    return;
  }
  found.hidden = false;
  const text = describe(query, answer);
  found.querySelector('p')?.replaceChildren(text);
  found.querySelector('ul')?.replaceChildren(...(answer?.hits ?? []).map((hit) => item('li', hit)));
  parts.status.textContent = text;
}

/** Ask the engine; null where the index could not be loaded. */
async function ask(engine: SearchEngine, query: string, limit: number): Promise<Answer | null> {
  return engine.search(query, limit).catch(() => null);
}

function show(parts: Parts, query: string, answer: Answer | null): void {
  const text = describe(query, answer);
  const options = (answer?.hits ?? []).map((hit, index) => {
    const option = item('div', hit);
    option.id = `q-${index}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.querySelector('a')?.setAttribute('tabindex', '-1');
    return option;
  });
  parts.note.textContent = text;
  parts.status.textContent = text;
  parts.list.replaceChildren(...options);
  parts.pop.hidden = false;
  parts.input.setAttribute('aria-expanded', String(options.length > 0));
  parts.input.removeAttribute('aria-activedescendant');
}

function close({ input, pop, list }: Parts): void {
  pop.hidden = true;
  list.replaceChildren();
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function describe(query: string, answer: Answer | null): string {
  if (answer === null) return TEXTS.failed;
  if (answer.total === 0) return TEXTS.nothing(query.trim());
  const found = TEXTS.found(answer.total);
  return answer.relaxed === null ? found : `${TEXTS.relaxed(answer.relaxed)} ${found}`;
}

function linkTo({ url, headline }: Hit): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = url;
  link.translate = false;
  const code = document.createElement('code');
  code.textContent = headline;
  link.append(code);
  return link;
}

function item(name: 'li' | 'div', hit: Hit): HTMLElement {
  const element = document.createElement(name);
  const small = document.createElement('small');
  small.textContent = hit.verdict;
  element.append(linkTo(hit), ' ', small);
  return element;
}

/** Arrows move through the options, Enter follows one, Escape closes the list, then empties the box. */
function onKey(parts: Parts, event: KeyboardEvent): void {
  if (event.isComposing) return;
  const options = [...parts.list.children];
  const current = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'Escape' && !parts.pop.hidden) close(parts);
  else if (event.key === 'ArrowDown' && options.length > 0) select(parts, options, current + 1);
  else if (event.key === 'ArrowUp' && options.length > 0) select(parts, options, current - 1);
  else if (event.key === 'Enter' && current >= 0) options[current]?.querySelector('a')?.click();
  else return;
  event.preventDefault();
}

/** Select an option; before the first and after the last stands the box itself. */
function select({ input }: Parts, options: Element[], wanted: number): void {
  const places = options.length + 1;
  const index = ((wanted % places) + places) % places;
  for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === index));
  const option = options[index];
  if (option === undefined) input.removeAttribute('aria-activedescendant');
  else {
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }
}

/** `/` and Ctrl-K (on a Mac Command-K) lead to the box, but where somebody types. */
function focusOnKey(input: HTMLInputElement, event: KeyboardEvent): void {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  const target = event.target;
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  if (!chord && !(slash && !typing)) return;
  event.preventDefault();
  input.focus();
  input.select();
}
