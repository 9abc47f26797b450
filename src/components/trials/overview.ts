import { type Check, listChecks } from '../../entry/rates.ts';
import type { EntryView } from '../entry/view.ts';
import { causeTitle, remedyTitle } from '../entry/view.ts';
import { escapeHtml, titleHtml } from '../html.ts';
import { markHtml } from '../marks.ts';
import { anchors } from './anchors.ts';

/** Draw every remedy with its fraction under every cause: the way to the cells, and the matrix with all its columns. */
export function remediesHtml(view: EntryView): string {
  const { entry, numbers, t } = view;
  const { workarounds, deadEnds } = entry.rates.order;
  const items = [...workarounds, ...deadEnds].map((remedy) => {
    const cells = [...numbers].flatMap(([cause, number]) => {
      const cell = entry.rates.remedies[remedy]?.cells[cause];
      if (cell === undefined) return [];
      const colour = cell.value === 1 ? ' class="fx"' : cell.outcome === 'harmful' ? ' class="hm"' : '';
      const said =
        cell.outcome === 'not-applicable' ? t.outcome['not-applicable'] : `${cell.fixed}/${cell.trials}`;
      // Not by colour alone.
      const mark = cell.outcome === 'harmful' ? ` ${markHtml('harmful', t.outcome.harmful)}` : '';
      return `<a${colour} href="#${anchors.cell(cause, remedy)}"><span class="k">${number}</span>${said}${mark}</a> `;
    });
    const id = anchors.remedy(remedy);
    const none = cells.length === 0 ? `<span class="dim">${t.figure.notMeasured}</span>` : cells.join('');
    return `<li id="${id}"><a href="../#${id}">${titleHtml(remedyTitle(view, remedy))}</a> <span class="cs">${none}</span></li>`;
  });
  return `<ul class="idx">${items.join('')}</ul>`;
}

/** Draw every observation, and whether it agrees with most: what confidence counts. */
export function checksHtml(view: EntryView): string {
  const { entry, numbers, t } = view;
  const cells = Object.fromEntries(
    Object.entries(entry.rates.remedies).map(([remedy, rates]) => [remedy, rates.cells]),
  );
  const checks = listChecks(entry.facts, entry.results, cells);
  const lab = Map.groupBy(
    checks.filter((check) => check.kind === 'lab'),
    (check) => check.cause,
  );
  const rows = [...lab].map(([cause, all]) => {
    const items = all.map((check) => {
      const differing = check.differing.map(
        (remedy) =>
          `<a href="#${anchors.cell(cause, remedy)}">${titleHtml(view.prose.remedies[remedy]?.short ?? remedy)}</a>`,
      );
      const why = differing.length === 0 ? '' : `${t.site.colon}${differing.join(t.site.comma)}`;
      return `<li data-agrees="${check.agrees}">${verdictHtml(view, check)} ${escapeHtml(check.environment)}${why}</li>`;
    });
    return `<li><a href="#${anchors.cause(cause)}"><span class="k">${numbers.get(cause)}</span> ${titleHtml(causeTitle(view, cause))}</a><ul>${items.join('')}</ul></li>`;
  });
  const reports = checks.flatMap((check) => (check.kind === 'report' ? [reportHtml(view, check)] : []));
  const said =
    reports.length === 0
      ? ''
      : `<li><a href="../#reports">${t.reports.title}</a><ul>${reports.join('')}</ul></li>`;
  return `<ul class="chk">${rows.join('')}${said}</ul>`;
}

function reportHtml(view: EntryView, check: Extract<Check, { kind: 'report' }>): string {
  const { t, numbers } = view;
  const { cause, remedy, outcome, url } = check.report;
  const what = `<span class="k">${numbers.get(cause)}</span> ${titleHtml(view.prose.remedies[remedy]?.short ?? remedy)}`;
  return (
    `<li data-agrees="${check.agrees}">${verdictHtml(view, check)} ` +
    `<a href="${escapeHtml(url)}" rel="noopener">${escapeHtml(new URL(url).hostname)}</a>${t.site.colon}${what}${t.site.clause}${t.reports.outcome[outcome]}</li>`
  );
}

function verdictHtml({ t }: EntryView, { agrees }: Check): string {
  if (agrees === null) return markHtml('not-measured') + t.trials.alone;
  return agrees ? markHtml('fixed') + t.trials.agrees : `<b>${markHtml('not-fixed')}${t.trials.differs}</b>`;
}
