// Filters and orders of a list. What is asked stands in the address, so that it can be sent and gone back to.
import { ALL, applyState, formatState, type ListState, readState } from '../../components/lists/filter.ts';
import { takePage } from '../../components/lists/pages.ts';
import { type ListData, type ListRow, rowHtml } from '../../components/lists/row.ts';
import { LIST_STRINGS } from '../../i18n/list-strings.ts';
import { make } from '../elements.ts';
import { findListParts, type ListParts } from './parts.ts';
import { inScope, loadRows } from './rows.ts';

const parts = findListParts(document);
if (parts) start(parts);

function start(parts: ListParts): void {
  const { form, body, status, reset, pager, locale, home, hidden } = parts;
  const t = LIST_STRINGS[locale];
  // What the page came with, for when nothing is asked any more.
  const own = { rows: [...body.children], status: status.textContent };
  const more = make('button', { type: 'button', hidden: '' });
  body.closest('table')?.after(more);
  let turn = 0;

  const takeUp = (): void => {
    const state = readState(location.search);
    for (const key of Object.keys(state) as (keyof ListState)[]) writeControl(form, key, state[key]);
    void show(state);
  };

  async function show(state: ListState): Promise<void> {
    const mine = ++turn;
    const asked = formatState(state) !== '';
    reset.hidden = !asked;
    if (!asked) return showOwn();
    status.textContent = t.loading;
    form.setAttribute('aria-busy', 'true');
    const data = await loadRows(parts.address).catch(() => null);
    // Somebody asked for something else meanwhile.
    if (mine !== turn) return;
    form.removeAttribute('aria-busy');
    if (data === null) {
      showOwn();
      status.textContent = t.failed;
    } else showFound(data, state);
  }

  function showOwn(): void {
    body.replaceChildren(...own.rows);
    status.textContent = own.status;
    more.hidden = true;
    if (pager) pager.hidden = false;
  }

  function showFound(data: ListData, state: ListState): void {
    const all = inScope(data.rows, parts.scope);
    const found = applyState(all, state);
    const view = { locale, home, names: data.names, hidden };
    const draw = (rows: readonly ListRow[]): string => rows.map((row) => rowHtml(row, view)).join('');
    let page = 1;
    body.innerHTML = draw(takePage(found, page));
    status.textContent = found.length === 0 ? t.none : t.found(found.length, all.length);
    if (pager) pager.hidden = true;
    const offer = (): void => {
      const left = found.length - body.children.length;
      more.hidden = left <= 0;
      more.textContent = t.more(Math.min(left, takePage(found, page + 1).length));
    };
    more.onclick = () => {
      const first = body.children.length;
      page += 1;
      body.insertAdjacentHTML('beforeend', draw(takePage(found, page)));
      // Whoever goes by keyboard goes on at the first new row.
      body.children[first]?.querySelector('a')?.focus();
      offer();
    };
    offer();
  }

  /** Put what is asked into the address; letter by letter it takes the place of what stood there. */
  const ask = (keep: boolean): void => {
    const state = readControls(form);
    const address = location.pathname + formatState(state);
    if (keep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void show(state);
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', (event) => ask(event.target instanceof HTMLSelectElement));
  form.addEventListener('reset', () => setTimeout(() => ask(true)));
  window.addEventListener('popstate', takeUp);
  if (location.search !== '') takeUp();
}

function readControls(form: HTMLFormElement): ListState {
  const asked = [...new FormData(form)].map(([key, value]) => [key, String(value)]);
  return { ...ALL, ...readState(String(new URLSearchParams(asked))) };
}

function writeControl(form: HTMLFormElement, name: keyof ListState, value: string): void {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
}
