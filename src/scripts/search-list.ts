import { SEARCH_STRINGS } from '../i18n/search-strings.ts';
import type { Answer, Hit } from './search-engine.ts';

const TEXTS = document.documentElement.lang.startsWith('zh') ? SEARCH_STRINGS.zh : SEARCH_STRINGS.en;

/** The elements of a search box: see SearchBox.astro. */
export interface BoxParts {
  input: HTMLInputElement;
  pop: HTMLElement;
  note: HTMLElement;
  list: HTMLElement;
  status: HTMLElement;
}

/** Show an answer in the list under the box and announce it. */
export function showList(parts: BoxParts, query: string, answer: Answer | null): void {
  const text = describe(query, answer);
  const options = (answer?.hits ?? []).map((hit, index) => {
    const option = itemOf('div', hit);
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

/** Take the list away. */
export function closeList({ input, pop, list }: BoxParts): void {
  pop.hidden = true;
  list.replaceChildren();
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

/** Show an answer on the search page and announce it. */
export function showOnPage(
  section: HTMLElement,
  parts: BoxParts,
  query: string,
  answer: Answer | null,
): void {
  const text = describe(query, answer);
  section.hidden = false;
  section.querySelector('p')?.replaceChildren(text);
  section.querySelector('ul')?.replaceChildren(...(answer?.hits ?? []).map((hit) => itemOf('li', hit)));
  parts.status.textContent = text;
}

/** Arrows move through the options, Enter follows one, Escape closes the list. */
export function moveByKey(parts: BoxParts, event: KeyboardEvent): void {
  // A key that a Chinese input method takes is not for the list.
  if (event.isComposing) return;
  const options = [...parts.list.children];
  const current = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'Escape' && !parts.pop.hidden) closeList(parts);
  else if (event.key === 'ArrowDown' && options.length > 0) select(parts, options, current + 1);
  else if (event.key === 'ArrowUp' && options.length > 0) select(parts, options, current - 1);
  else if (event.key === 'Enter' && current >= 0) options[current]?.querySelector('a')?.click();
  else return;
  event.preventDefault();
}

/** Select an option; before the first and after the last stands the box itself. */
function select({ input }: BoxParts, options: Element[], wanted: number): void {
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

function describe(query: string, answer: Answer | null): string {
  if (answer === null) return TEXTS.failed;
  if (answer.total === 0) return TEXTS.nothing(query.trim());
  const found = TEXTS.found(answer.total);
  return answer.relaxed === null ? found : `${TEXTS.relaxed(answer.relaxed)} ${found}`;
}

function itemOf(name: 'li' | 'div', { url, headline, verdict }: Hit): HTMLElement {
  const link = document.createElement('a');
  link.href = url;
  link.translate = false;
  link.append(withText('code', headline));
  const item = document.createElement(name);
  item.append(link, ' ', withText('small', verdict));
  return item;
}

function withText(name: 'code' | 'small', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
