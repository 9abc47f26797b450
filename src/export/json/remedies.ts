import type { Entry } from '../../entry/entry.ts';
import { fillTemplate } from '../../entry/placeholders.ts';
import type { RemedyRates } from '../../entry/rates.ts';
import type { Remedy, Undo } from '../../entry/schema/remedy.ts';
import type { Step } from '../../entry/schema/step.ts';
import { showStep } from '../../entry/steps.ts';
import { exampleValues, remediesInOrder } from '../model.ts';
import type { PublishedRemedy, PublishedStep } from '../schema/entry.ts';

/** Join each remedy of an entry with its rates, in page order. */
export function remediesToJson(entry: Entry): PublishedRemedy[] {
  const values = exampleValues(entry.facts);
  return remediesInOrder(entry).map(({ id, remedy, rates }) => ({
    id,
    side: remedy.side,
    safety: remedy.safety,
    undo: undoToJson(remedy.undo),
    costs: remedy.costs,
    since: remedy.since,
    until: remedy.until,
    steps: remedy.steps.map((step) => stepToJson(step, values)),
    rates: ratesToJson(remedy, rates),
  }));
}

function undoToJson(undo: Undo | null): PublishedRemedy['undo'] {
  if (undo === null) return null;
  return {
    kind: undo.kind,
    command: undo.kind === 'command' ? undo.command : null,
    text: undo.kind === 'text' ? undo.text : null,
  };
}

function stepToJson(step: Step, values: Record<string, string>): PublishedStep {
  const shown = showStep(step);
  return {
    id: step.id,
    kind: step.kind,
    look: step.kind === 'run' && step.look,
    form: shown?.form ?? null,
    path: shown?.path ?? null,
    from: shown?.from ?? null,
    text: shown?.text ?? null,
    example: shown === null ? null : fillTemplate(shown.text, values),
    instead: step.kind === 'serve' ? step.instead : null,
  };
}

function ratesToJson(remedy: Remedy, rates: RemedyRates): PublishedRemedy['rates'] {
  const { success, fixes, causes, basis, harms, relapses, newErrors, reports, estimate } = rates;
  return {
    successRate: success,
    failRate: remedy.side === 'dead-end' && success !== null ? 1 - success : null,
    basis,
    causes,
    fixes,
    harms,
    relapses,
    newErrors,
    reports,
    estimate,
    cells: Object.entries(rates.cells).map(([cause, cell]) => ({
      cause,
      ...cell,
      environments: Object.entries(cell.environments).map(([environment, part]) => ({
        environment,
        ...part,
      })),
    })),
  };
}
