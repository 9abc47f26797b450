import type { Entry } from '../../entry/entry.ts';
import type { Step } from '../../entry/schema/step.ts';
import { fillStep, showStep } from '../../entry/steps.ts';
import type { Strings } from '../../i18n/strings.ts';
import { escapeHtml } from '../html.ts';
import type { TrialGroup } from './groups.ts';

/** Draw the steps of a remedy as they ran under a cause, each with its exit status. */
export function stepsHtml(
  entry: Entry,
  cause: string,
  remedy: string,
  ran: TrialGroup['steps'],
  t: Strings['trials'],
): string {
  const steps = (entry.facts.remedies[remedy]?.steps ?? []).filter((step) => step.kind !== 'manual');
  const values = { ...entry.labRun?.causes[cause]?.values, ...entry.labRun?.remedies[remedy] };
  const items = steps.map((step) => {
    const run = ran.find(({ id }) => id === step.id);
    const end = run === undefined ? t.notReached : endOf(step, run.exit, t);
    const { line, cut } = firstLine(commandOf(step, values));
    const code = `<code>${escapeHtml(line)}${cut ? ' …' : ''}</code>`;
    const shown = cut ? `<a href="../#remedy-${remedy}-${step.id}">${code}</a>` : code;
    return `<li><span class="n">${escapeHtml(end)}</span>${shown}</li>`;
  });
  return items.length === 0 ? '' : `<ol class="ran" translate="no">${items.join('')}</ol>`;
}

/** Files and scripts stand in full on the page of the entry, which a cut one leads to; here a line tells them apart. */
function firstLine(text: string): { line: string; cut: boolean } {
  const [line = ''] = text.split('\n');
  return line === text && line.length <= MAX_LINE
    ? { line, cut: false }
    : { line: line.slice(0, MAX_LINE), cut: true };
}

/** Characters of a command that are shown. */
const MAX_LINE = 160;

/** Write a command with the values that the lab had for its placeholders. */
function commandOf(step: Step, values: Readonly<Record<string, string>>): string {
  const shown = showStep(fillStep(step, values));
  if (shown === null) return '';
  return shown.path === null ? shown.text : `${shown.path}\n${shown.text}`;
}

function endOf(step: Step, exit: number | null, t: Strings['trials']): string {
  if (exit !== null) return t.exit(exit);
  return step.kind === 'serve' || step.kind === 'rerun' ? t.keepsRunning : t.ended;
}
