import type { Counts, Filters } from './search-engine.ts';

/** The filters of the search page. What is chosen stands in the address. */
export interface PageFilters {
  /** Filter to the value chosen; what is set to any is left out. */
  chosen(): Filters;
  /** Show how many entries each value would leave; without counts there is nothing to filter. */
  offer(counts: Counts): void;
  /** Set all to any, as for a new query. */
  clear(): void;
  /** Set all to what the address says. */
  takeUp(): void;
}

/**
 * Bring the filters of the search page to life; null on a page without.
 *
 * @param changed called when the reader chose something
 */
export function startFilters(section: HTMLElement, changed: () => void): PageFilters | null {
  const form = section.querySelector<HTMLFormElement>('form.flt');
  if (form === null) return null;
  const selects = [...form.querySelectorAll('select')];
  const takeUp = (): void => {
    const parameters = new URLSearchParams(location.search);
    for (const select of selects) select.value = parameters.get(select.name) ?? '';
  };
  takeUp();
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    const parameters = new URLSearchParams(location.search);
    for (const { name, value } of selects) {
      if (value === '') parameters.delete(name);
      else parameters.set(name, value);
    }
    history.pushState(null, '', `?${parameters}`);
    changed();
  });
  return {
    takeUp,
    chosen: () =>
      Object.fromEntries(selects.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]]))),
    offer: (counts) => {
      form.hidden = selects.every(({ name, value }) => value === '' && valuesLeft(counts[name]) < 2);
      for (const select of selects) showCounts(select, counts[select.name] ?? {});
    },
    clear: () => {
      for (const select of selects) select.value = '';
    },
  };
}

function valuesLeft(counts: Readonly<Record<string, number>> = {}): number {
  return Object.values(counts).filter((count) => count > 0).length;
}

/** A value that would leave nothing cannot be chosen, unless it already is. */
function showCounts(select: HTMLSelectElement, counts: Readonly<Record<string, number>>): void {
  for (const option of select.options) {
    if (option.value === '') continue;
    const count = counts[option.value] ?? 0;
    const name = option.dataset['name'] ?? option.text;
    option.dataset['name'] = name;
    option.text = `${name} (${count})`;
    option.disabled = count === 0 && !option.selected;
  }
}
