import { fillTemplate } from '../../entry/placeholders.ts';
import { environmentLabel } from '../entry/environments.ts';
import type { EntryView } from '../entry/view.ts';
import { causeTitle, remedyTitle } from '../entry/view.ts';
import { escapeHtml, titleHtml } from '../html.ts';
import { markHtml } from '../marks.ts';
import { anchors } from './anchors.ts';
import {
  groupShown,
  groupTells,
  groupTrials,
  type ShownGroup,
  type TellGroup,
  type Times,
  type TrialGroup,
} from './groups.ts';
import { Outputs } from './outputs.ts';
import { stepsHtml } from './steps.ts';

/** What the parts of one cause share. */
interface Course {
  view: EntryView;
  cause: string;
  outputs: Outputs;
  /** Anchors that stand already: one environment may stand in several groups. */
  placed: Set<string>;
}

/**
 * Draw all that was tried under one cause: what it showed, the tells, and each remedy with its trials.
 * A string, not a component: an entry has hundreds of these parts, and they are the bulk of the site.
 */
export function causeHtml(view: EntryView, cause: string): string {
  const { entry, t, numbers } = view;
  const outputs = new Outputs(`o${numbers.get(cause)}-`, t.trials);
  const course: Course = { view, cause, outputs, placed: new Set() };
  const shown = groupShown(entry, cause);
  const { workarounds, deadEnds } = entry.rates.order;
  const parts = [
    ranHtml(course),
    ...shown.map((group) => shownHtml(course, group)),
    tellsHtml(course),
    ...[...workarounds, ...deadEnds].map((remedy) => cellHtml(course, remedy)),
  ];
  const id = anchors.cause(cause);
  const head = `<span class="k">${numbers.get(cause)}</span> ${titleHtml(causeTitle(view, cause))}`;
  return (
    `<section aria-labelledby="${id}"><h2 id="${id}"><a href="../#${id}">${head}</a></h2>` +
    `${shown.length === 0 ? `<p class="dim">${t.causes.notRun}</p>` : parts.join('')}</section>`
  );
}

/** The failing program and its check, with the values of the lab. */
function ranHtml({ view: { entry, t }, cause }: Course): string {
  const run = entry.labRun?.causes[cause];
  if (run === undefined) return '';
  const line = (name: string, text: string): string =>
    `<div><dt>${name}</dt><dd><code translate="no">${escapeHtml(fillTemplate(text, run.values))}</code></dd></div>`;
  return `<dl class="did">${line(t.trials.program, run.run)}${line(t.trials.check, run.check)}</dl>`;
}

function shownHtml(course: Course, group: ShownGroup): string {
  const { t } = course.view;
  const { outcome, exit, excerpt, environments } = group;
  const where = timesHtml(course, environments, (environment) => anchors.shown(course.cause, environment), {
    full: true,
  });
  const verdict = `<b>${t.trials.shown[outcome]}</b>`;
  if (outcome === 'not-run' || outcome === 'not-applicable') {
    // The lab leaves the reason of what it could not run in the place of an output.
    const why = excerpt === '' ? '' : course.outputs.html(excerpt);
    return `<div class="seen"><p>${verdict}</p>${where}${why}</div>`;
  }
  const end = exit === null ? t.trials.stillRunning : t.trials.exit(exit);
  return `<div class="seen"><p>${verdict}${t.site.clause}${end}</p>${where}${course.outputs.html(excerpt)}</div>`;
}

function tellsHtml(course: Course): string {
  const { view, cause } = course;
  const { t } = view;
  const groups = groupTells(view.entry, cause);
  if (groups.length === 0) return '';
  const environments = groups.flatMap((group) => group.environments);
  const named = groups.filter((group) => group.names === cause).flatMap((group) => group.environments);
  const body = groups.map((group) => {
    const where = timesHtml(
      course,
      group.environments,
      (environment) => anchors.tell(cause, environment),
      {},
    );
    const still = group.stillShown ? t.trials.stillShown : t.trials.goneAfterTells;
    return `${where}<p class="dim">${still}</p><ul class="told">${triedHtml(course, group)}</ul>`;
  });
  const head = `${t.trials.tells} <small>${t.causes.named(named.length, environments.length)}</small>`;
  return `<details><summary>${head}</summary><div id="${anchors.tell(cause)}">${body.join('')}</div></details>`;
}

function triedHtml({ view: { t, numbers }, outputs }: Course, group: TellGroup): string {
  const items = group.tried.map((one) => {
    const what = `<span class="k">${numbers.get(one.cause) ?? one.cause}</span> ${one.holds ? t.trials.holds : t.trials.holdsNot}`;
    const end = one.exit === null ? t.trials.ended : t.trials.exit(one.exit);
    return `<li><p>${one.holds ? `<b>${what}</b>` : what}${t.site.clause}${end}</p>${outputs.html(one.excerpt)}</li>`;
  });
  return items.join('');
}

/** One cell: folded to its fraction, opened to every trial. */
function cellHtml(course: Course, remedy: string): string {
  const { view, cause } = course;
  const { entry, t } = view;
  const cell = entry.rates.remedies[remedy]?.cells[cause];
  if (cell === undefined) return '';
  const { outcome, fixed, trials } = cell;
  const fraction = outcome === 'not-applicable' ? '' : `${fixed}/${trials}`;
  const colour = cell.value === 1 ? ' class="fx"' : outcome === 'harmful' ? ' class="hm"' : '';
  const said = `<b${colour}>${markHtml(outcome)}${fraction}</b> ${titleHtml(remedyTitle(view, remedy))} <small>${t.outcome[outcome]}</small>`;
  const groups = groupTrials(entry, cause, remedy);
  const drawn = groups.map((group) => groupHtml(course, remedy, group, groups.length > 1));
  return `<details><summary>${said}</summary><div id="${anchors.cell(cause, remedy)}">${drawn.join('')}</div></details>`;
}

/** Trials of a cell that went alike; `named` says how they ended, where the line above does not say it of all. */
function groupHtml(course: Course, remedy: string, group: TrialGroup, named: boolean): string {
  const { view, cause } = course;
  const { t } = view;
  const { outcome, steps } = group;
  const applies = outcome !== 'not-applicable';
  const outputs = group.outputs.map(({ excerpt, environments }) => {
    const anchor = (environment: string): string => anchors.cell(cause, remedy, environment);
    const where = timesHtml(course, environments, anchor, { counted: true });
    return applies ? where + course.outputs.html(excerpt) : where;
  });
  const head = named ? `<p><b>${markHtml(outcome)}${t.outcome[outcome]}</b></p>` : '';
  const ran = applies ? stepsHtml(view.entry, cause, remedy, steps, t.trials) : '';
  return `<div class="seen" data-outcome="${outcome}">${head}${ran}${outputs.join('')}</div>`;
}

/** Draw in which environments something went so; `full` names their versions, `counted` says how often. */
function timesHtml(
  { view: { entry, t }, placed }: Course,
  times: Times,
  anchor: (environment: string) => string,
  { full = false, counted = false }: { full?: boolean; counted?: boolean },
): string {
  const items = times.map(([environment, count]) => {
    const id = anchor(environment);
    const attribute = placed.has(id) ? '' : ` id="${id}"`;
    placed.add(id);
    const label = escapeHtml(full ? environmentLabel(entry, environment) : environment);
    return `<li${attribute}>${label}${counted ? ` <small>${t.trials.times(count)}</small>` : ''}</li>`;
  });
  return `<ul class="envs">${items.join('')}</ul>`;
}
