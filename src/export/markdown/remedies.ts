import type { Remedy } from '../../entry/schema/remedy.ts';
import type { Step } from '../../entry/schema/step.ts';
import { showStep } from '../../entry/steps.ts';
import { type RatedRemedy, remediesInOrder } from '../model.ts';
import { type Context, causeTitle, remedyTitle } from './context.ts';
import { blocks, code, fence, heading, list, rich } from './gfm.ts';

/** Write the workarounds in page order, with their figures, safety, undo and steps. */
export function workarounds(context: Context): string {
  return blocks([heading(2, context.words.workarounds), ...side(context, 'workaround')]);
}

/** Write the dead ends, and the workarounds that are one under some cause. */
export function deadEnds(context: Context): string {
  const { words } = context;
  const traps = remediesInOrder(context.entry)
    .filter(({ remedy }) => remedy.side === 'workaround')
    .flatMap((rated) => {
      const bad = badOutcomes(context, rated);
      return bad === '' ? [] : [`${rich(remedyTitle(context, rated.id))}${words.colon}${bad}`];
    });
  return blocks([heading(2, words.deadEnds), ...side(context, 'dead-end'), list(traps)]);
}

function side(context: Context, wanted: Remedy['side']): string[] {
  return remediesInOrder(context.entry)
    .filter(({ remedy }) => remedy.side === wanted)
    .map((rated) => remedySection(context, rated));
}

function remedySection(context: Context, rated: RatedRemedy): string {
  const prose = context.prose.remedies[rated.id];
  const steps = rated.remedy.steps.map((step) =>
    blocks([prose?.steps[step.id]?.markdown ?? null, stepBlock(context, step)]),
  );
  return blocks([
    heading(3, remedyTitle(context, rated.id)),
    list([rate(context, rated), ...terms(context, rated)]),
    prose?.markdown ?? null,
    ...steps,
  ]);
}

/** The rate of a remedy with its fraction and basis; a guess says that it is one. */
function rate(context: Context, { remedy, rates }: RatedRemedy): string {
  const { words, locale } = context;
  const label = remedy.side === 'workaround' ? words.successRate : words.failRate;
  if (rates.estimate !== null) {
    const why = rich(rates.estimate.why[locale]);
    return `${label}${words.colon}${context.percent(rates.estimate.rate)}${words.comma}${words.guess}${words.colon}${why}`;
  }
  if (rates.success === null) return `${label}${words.colon}${words.notTried}`;
  const share = remedy.side === 'workaround' ? rates.success : 1 - rates.success;
  const figure = `${label}${words.colon}**${context.percent(share)}**${words.comma}`;
  if (rates.basis === 'reports') return figure + words.reportsSay(rates.reports.fixed, rates.reports.total);
  const fixed = rates.fixes.map((id) => rich(causeTitle(context, id))).join(' · ');
  const which = fixed === '' ? '' : `${words.colon}${fixed}`;
  return `${figure}${words.fixes(rates.fixes.length, rates.causes)}${which}`;
}

function terms(context: Context, rated: RatedRemedy): string[] {
  const { words } = context;
  const { safety, costs, since, until } = rated.remedy;
  const versions = (tools: Record<string, string>): string =>
    Object.entries(tools)
      .map(([tool, version]) => code(`${tool} ${version}`))
      .join(' ');
  const line = (label: string, text: string): string[] =>
    text === '' ? [] : [`${label}${words.colon}${text}`];
  const bad = rated.remedy.side === 'dead-end' ? badOutcomes(context, rated) : '';
  return [
    ...(bad === '' ? [] : [bad]),
    ...line(words.safety, safety === null ? '' : words.safeties[safety]),
    ...line(words.undo, undo(context, rated.remedy)),
    ...line(
      words.costs,
      costs === null
        ? ''
        : `${words.restart} ${words.answers[costs.restart]} · ${words.root} ${words.answers[costs.root]} · ${words.minutes(costs.minutes)}`,
    ),
    ...line(words.since, since === null ? '' : versions(since)),
    ...line(words.until, until === null ? '' : versions(until)),
  ];
}

function undo({ words, locale, fill }: Context, remedy: Remedy): string {
  if (remedy.undo === null) return '';
  if (remedy.undo.kind === 'command') return code(fill(remedy.undo.command));
  return remedy.undo.kind === 'text' ? rich(remedy.undo.text[locale]) : words.noUndo;
}

function badOutcomes(context: Context, { rates }: RatedRemedy): string {
  const { words } = context;
  const named = (outcome: 'harmful' | 'relapsed' | 'new-error', causes: string[]): string[] =>
    causes.length === 0
      ? []
      : [
          words.under(
            `**${words.outcomes[outcome]}**`,
            causes.map((id) => rich(causeTitle(context, id))).join(' · '),
          ),
        ];
  return [
    ...named('harmful', rates.harms),
    ...named('relapsed', rates.relapses),
    ...named('new-error', rates.newErrors),
  ].join('; ');
}

function stepBlock({ words, fill }: Context, step: Step): string | null {
  const shown = showStep(step);
  if (shown === null) return null;
  const text = fill(shown.text);
  const path = code(fill(shown.path ?? ''));
  switch (shown.form) {
    case 'sh':
      return fence(text, 'sh');
    case 'file':
      return blocks([words.file(path), fence(text, 'text')]);
    case 'change':
      return blocks([
        words.change(path),
        fence(fill(shown.from ?? ''), 'text'),
        words.changeTo,
        fence(text, 'text'),
      ]);
    case 'version':
      return blocks([words.version, fence(text, 'text')]);
  }
}
