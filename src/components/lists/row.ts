import type { Reach } from '../../entry/evidence/reach.ts';
import { formatPercent } from '../../i18n/format.ts';
import { LIST_STRINGS } from '../../i18n/list-strings.ts';
import type { Locale } from '../../i18n/locales.ts';
import { escapeHtml, signatureHtml, titleHtml } from '../html.ts';
import { markHtml, sumGaugeHtml } from '../marks.ts';

/** What a list shows of an entry and filters it by; the same in a page and in the data that its script loads. */
export interface ListRow {
  id: string;
  /** The first line of the first signature. */
  headline: string;
  title: string;
  category: string;
  tool: string;
  tags: string[];
  /** Languages in which tools print the message. */
  languages: string[];
  causes: number;
  /** Causes with a proven fix. */
  proven: number;
  /** Fix rate, 0 to 1; null where nothing was measured. */
  rate: number | null;
  reach: Reach;
  /** Date of the last run of the lab. */
  measured: string | null;
}

/** All rows of the site in one language: what filters and sorting in the browser work on. */
export interface ListData {
  /** Id to name in the language of the page. */
  names: Names;
  /** Sorted by id. */
  rows: ListRow[];
}

export interface Names {
  domains: Record<string, string>;
  categories: Record<string, string>;
}

/** A column that a list leaves out, since it would say the same in every row. */
export type HiddenColumn = 'domain' | 'category' | null;

/** How rows are shown. */
export interface RowView {
  locale: Locale;
  /** Path of the home page in that language, with the base. */
  home: string;
  names: Names;
  hidden: HiddenColumn;
}

/** The domain is the first part of an id. */
export function domainOf({ id }: Pick<ListRow, 'id'>): string {
  return id.slice(0, id.indexOf('/'));
}

/** Draw a row of a list. Its roles are said, since browsers forget them where tables are stacked. */
export function rowHtml(row: ListRow, { locale, home, names, hidden }: RowView): string {
  const t = LIST_STRINGS[locale];
  const domain = domainOf(row);
  const cells = [
    ...(hidden === 'domain' ? [] : [escapeHtml(names.domains[domain] ?? domain)]),
    ...(hidden === 'category' ? [] : [escapeHtml(names.categories[row.category] ?? row.category)]),
    t.causes(row.causes),
    rateHtml(row, locale),
  ];
  return (
    `<tr role="row"><th scope="row" role="rowheader"><a href="${home}${row.id}/" translate="no">` +
    `<code>${signatureHtml(row.headline, {})}</code></a><small>${titleHtml(row.title)}</small></th>` +
    `${cells.map((cell) => `<td role="cell">${cell}</td>`).join('')}</tr>`
  );
}

function rateHtml({ rate, causes, proven }: ListRow, locale: Locale): string {
  if (rate === null) return markHtml('not-measured') + LIST_STRINGS[locale].notMeasured;
  return `${sumGaugeHtml(causes, proven)} ${proven}/${causes},\u{a0}${formatPercent(rate, locale)}`;
}
