import type { HiddenColumn } from '../../components/lists/row.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';

/** The elements of a list with filters, and what the page says of it: see FilterForm.astro. */
export interface ListParts {
  form: HTMLFormElement;
  body: HTMLElement;
  status: HTMLElement;
  reset: HTMLButtonElement;
  pager: HTMLElement | null;
  locale: Locale;
  /** Where the rows of all lists are. */
  address: string;
  home: string;
  hidden: HiddenColumn;
  /** `domain:git`: what all rows of the list have in common. */
  scope: string | null;
}

/** Find the list of a page; null on a page whose list is too short for filters. */
export function findListParts(page: Document): ListParts | null {
  const form = page.querySelector<HTMLFormElement>('form.flt');
  const body = page.querySelector<HTMLElement>('table.ls tbody');
  const status = form?.querySelector('output');
  const reset = form?.querySelector<HTMLButtonElement>('button[type=reset]');
  if (!form || !body || !status || !reset) return null;
  const { rows = '', home = '', hidden, scope = null } = form.dataset;
  return {
    form,
    body,
    status,
    reset,
    pager: page.querySelector<HTMLElement>('nav.pgs'),
    locale: LOCALES.find((one) => page.documentElement.lang.startsWith(one)) ?? 'en',
    address: rows,
    home,
    hidden: hidden === 'domain' || hidden === 'category' ? hidden : null,
    scope,
  };
}
