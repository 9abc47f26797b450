import type { Answer, MessageHit } from './answer.ts';
import type { CodeHit } from './code-engine.ts';
import { make } from './elements.ts';
import { makeLine, summarise, TEXTS } from './message-hit.ts';
import type { Query } from './pasted-text.ts';
import type { WordHit } from './search-engine.ts';

/** The elements of a search box: see SearchBox.astro. */
export interface BoxParts {
  input: HTMLInputElement;
  pop: HTMLElement;
  note: HTMLElement;
  list: HTMLElement;
  status: HTMLElement;
}

/**
 * Find the elements of a box.
 *
 * @throws Error if the page lacks one
 */
export function findParts(form: HTMLFormElement, input: HTMLInputElement): BoxParts {
  const find = (selector: string): HTMLElement => {
    const element = form.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`the search box lacks ${selector}`);
    return element;
  };
  return {
    input,
    pop: find('.pop'),
    note: find('.pop p'),
    list: find('[role=listbox]'),
    status: find('[role=status]'),
  };
}

/** Show an answer in the list under the box and announce it. */
export function showList(parts: BoxParts, query: Query, answer: Answer | null): void {
  const text = describe(query, answer);
  const options = [
    ...(answer?.code?.hit ? [makeCodeItem('div', answer.code.hit)] : []),
    ...(answer?.messages ?? []).map(makeMessageOption),
    ...(answer?.words ?? []).map(makeWordOption),
  ];
  for (const [index, option] of options.entries()) {
    option.id = `q-${index}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.querySelector('a')?.setAttribute('tabindex', '-1');
  }
  parts.note.textContent = text;
  parts.status.textContent = text;
  parts.list.replaceChildren(...options);
  parts.pop.hidden = false;
  parts.input.setAttribute('aria-expanded', String(options.length > 0));
  parts.input.removeAttribute('aria-activedescendant');
}

function makeMessageOption(hit: MessageHit): HTMLElement {
  const { match, verdict } = hit;
  const title = make('a', { href: hit.url }, verdict?.title ?? match.entry);
  const lines = match.count > 1 ? [make('small', {}, TEXTS.times(match.count))] : [];
  return make('div', {}, title, makeLine(hit), ...lines, make('small', {}, summarise(hit)));
}

/** One entry found by words: its headline as a link, then its verdict. */
export function makeWordItem(tag: 'div' | 'li', { url, headline, verdict }: WordHit): HTMLElement {
  const link = make('a', { href: url, translate: 'no' }, make('code', {}, headline));
  return make(tag, {}, link, ' ', make('small', {}, verdict));
}

/** The entry that a short code stands for: its headline as a link, then title and code. */
export function makeCodeItem(tag: 'div' | 'li', { url, code, headline, title }: CodeHit): HTMLElement {
  return makeWordItem(tag, { url, headline, verdict: `${code} · ${title}` });
}

function makeWordOption(hit: WordHit): HTMLElement {
  return makeWordItem('div', hit);
}

/** Say what was found. */
export function describe({ text, lines }: Query, answer: Answer | null): string {
  if (answer === null) return TEXTS.failed;
  const { code, messages, others, relaxed, near } = answer;
  if (code?.valid === false) return TEXTS.wrongCode(code.code);
  if (code?.hit === null) return TEXTS.unknownCode(code.code);
  if (code !== null) return TEXTS.found(1);
  if (near !== null) return TEXTS.unknown;
  if (lines > 1) return TEXTS.inLines(messages.length, lines);
  const count = messages.length + others;
  if (count === 0) return TEXTS.nothing(text.trim());
  const found = TEXTS.found(count);
  return relaxed === null ? found : `${TEXTS.relaxed(relaxed)} ${found}`;
}

/** Take the list away. */
export function closeList({ input, pop, list }: BoxParts): void {
  pop.hidden = true;
  list.replaceChildren();
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
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
