// The search box at work: a combobox after https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ over two engines.
import { type Answer, createSearch, type Search } from './answer.ts';
import {
  fragmentOf,
  inOneLine,
  isWords,
  pastedQuery,
  type Query,
  queryOf,
  readText,
  typedQuery,
} from './pasted-text.ts';
import type { Filters } from './search-engine.ts';
import { type PageFilters, startFilters } from './search-filters.ts';
import { closeList, findParts, moveByKey, showList } from './search-list.ts';
import { showOnPage, showWaiting } from './search-page.ts';

/** Hits in the list under the box, and on the search page. */
const IN_LIST = 8;
const ON_PAGE = 50;
/** Rest after a key before the search starts, in milliseconds. */
const PAUSE = 120;

/** What the page may ask of a box that is at work. */
export interface SearchBox {
  /** Take a pasted text, whole. */
  paste(text: string): Promise<void>;
  readFile(file: Blob): Promise<void>;
  /** Search for what the address carries. */
  readAddress(): Promise<void>;
}

/** Bring a box to life. */
export function startSearch(form: HTMLFormElement, input: HTMLInputElement): SearchBox {
  const box = new Box(form, input);
  if (input.value !== '' && document.activeElement === input) box.typed();
  return box;
}

class Box implements SearchBox {
  readonly #search: Search;
  readonly #parts;
  readonly #section = document.querySelector<HTMLElement>('section.found');
  readonly #filters: PageFilters | null;
  #query: Query = typedQuery('');
  #timer = 0;
  /** Whether the text came from a clipboard: it may then hold a secret, however short it is. */
  #pasted = false;

  constructor(form: HTMLFormElement, input: HTMLInputElement) {
    const { base = '/', prefix = '' } = form.dataset;
    this.#search = createSearch(base, prefix);
    this.#parts = findParts(form, input);
    input.setAttribute('aria-controls', this.#parts.list.id);
    input.addEventListener('input', (event) => {
      if (event instanceof InputEvent && /^insertFrom(?:Paste|Drop)/.test(event.inputType))
        this.#pasted = true;
      if (input.value === '') this.#pasted = false;
      this.typed();
    });
    input.addEventListener('keydown', (event) => moveByKey(this.#parts, event));
    form.addEventListener('submit', (event) => this.#submit(event));
    form.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) closeList(this.#parts);
    });
    // A press on an option must not take the focus from the box before it is followed.
    this.#parts.pop.addEventListener('mousedown', (event) => event.preventDefault());
    this.#filters = this.#section && startFilters(this.#section, () => void this.#page());
    if (this.#section !== null)
      window.addEventListener('popstate', () => {
        this.#filters?.takeUp();
        void this.readAddress();
      });
    void this.#search.load();
  }

  /** Search for what stands in the box, once the reader rests. */
  typed(): void {
    clearTimeout(this.#timer);
    const { input } = this.#parts;
    this.#query = typedQuery(input.value);
    if (input.value.trim() === '') closeList(this.#parts);
    else this.#timer = window.setTimeout(() => void this.#list(), PAUSE);
  }

  async paste(text: string): Promise<void> {
    if (text.trim() === '') return;
    this.#query = pastedQuery(text);
    const { input } = this.#parts;
    // One line of it, so that the reader sees what the box holds.
    input.value = inOneLine(text);
    // A dropped file does not bring the focus along.
    if (this.#section === null) input.focus();
    await (this.#section === null ? this.#list() : this.#page());
  }

  async readFile(file: Blob): Promise<void> {
    await this.paste(await readText(file));
  }

  async readAddress(): Promise<void> {
    const query = queryOf(location);
    if (query === null) return;
    const { input } = this.#parts;
    // The page of an entry takes the fragment for itself.
    if (this.#section === null && location.hash !== '' && document.querySelector('article[data-id]')) return;
    input.value = inOneLine(query.text);
    this.#query = query;
    if (this.#section === null) input.focus();
    await (this.#section === null ? this.#list() : this.#page());
  }

  async #list(): Promise<void> {
    const query = this.#query;
    const answer = await this.#ask(query, IN_LIST);
    // The text may have changed, or the reader left, before the answer came.
    if (this.#query === query && document.activeElement === this.#parts.input)
      showList(this.#parts, query, answer);
  }

  async #page(): Promise<void> {
    const query = this.#query;
    const filters = this.#filters?.chosen() ?? {};
    if (this.#section !== null) showWaiting(this.#section, this.#parts.status);
    const answer = await this.#ask(query, ON_PAGE, filters);
    if (this.#section === null || this.#query !== query) return;
    showOnPage(this.#section, this.#parts.status, query, answer);
    this.#filters?.offer(answer?.counts ?? {});
  }

  /** Ask both engines; null where an index could not be loaded. */
  #ask(query: Query, limit: number, filters: Filters = {}): Promise<Answer | null> {
    return this.#search.ask(query, limit, filters).catch(() => null);
  }

  /** Words go to the search page as `?q=`; what may hold a secret stays in the fragment. */
  #submit(event: Event): void {
    const { text, lines } = this.#query;
    const words = lines === 0 && !this.#pasted && isWords(text);
    if (text.trim() === '' || (words && this.#section === null)) return;
    event.preventDefault();
    if (this.#section !== null) {
      history.pushState(null, '', words ? `?${new URLSearchParams({ q: text })}` : fragmentOf(text));
      this.#filters?.clear();
      closeList(this.#parts);
      void this.#page();
    } else location.assign(`${(event.target as HTMLFormElement).action}${fragmentOf(text)}`);
  }
}
