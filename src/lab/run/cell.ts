import { cellDigest } from '../../entry/scenario.ts';
import type { Remedy } from '../../entry/schema/remedy.ts';
import type { CellResult, Trial } from '../../entry/schema/results.ts';
import { ContentTrouble } from '../errors.ts';
import { addTools } from '../provision/environment.ts';
import type { TrialSetting } from '../trial/bench.ts';
import { tryRemedy } from '../trial/remedy.ts';
import { differ, repeatTrials } from '../trial/repeat.ts';
import { planRemedy, type RemedyPlan } from '../trial/scenario.ts';
import { remedyApplies } from './applies.ts';
import type { Place } from './place.ts';
import { isTold, pieceKey } from './plan.ts';
import { tryOnce } from './timed.ts';
import { toolsOfSteps } from './used-tools.ts';

/** In how many sandboxes the error may fail to show before a trial is given up. */
const ATTEMPTS = 3;

/** Try a remedy under a cause; null where it is told in prose alone or not wanted this time. */
export async function runCell(place: Place, id: string): Promise<CellResult | null> {
  const { entry, options, scenario } = place;
  const remedy = entry.facts.remedies[id];
  if (remedy === undefined || isTold(remedy)) return null;
  if (options.remedies !== null && !options.remedies.has(id)) return null;
  const digest = cellDigest(scenario, entry.facts, entry.lab, id);
  const known = place.previous?.remedies[id];
  if (known?.digest === digest) return known;
  const trials: Trial[] = remedyApplies(remedy, place.provisioned.versions)
    ? await tryInSandboxes(place, id, remedy, digest)
    : [{ outcome: 'not-applicable', steps: [], excerpt: '' }];
  options.dropped(pieceKey(place.environment.id, place.cause, id));
  const cell = { digest, unsteady: differ(trials), trials };
  options.progress(`${entry.id} ${place.environment.id} ${place.cause} ${id}: ${summary(cell)}`);
  for (const trial of cell.trials) {
    options.detail(trial.excerpt);
    if (trial.outcome === 'new-error') place.setting.onOutput?.(trial.excerpt);
  }
  return cell;
}

async function tryInSandboxes(place: Place, id: string, remedy: Remedy, digest: string): Promise<Trial[]> {
  const plan = planRemedy(place.scenario, remedy, place.entry.lab.remedies[id]);
  const provisioned = await addTools(place.provisioned, place.environment, toolsOfSteps(plan.steps));
  const setting = { ...place.setting, provisioned };
  return repeatTrials((index) => {
    const key = ['trial', digest, place.provisioned.packages, index];
    return tryOnce(place, id, key, () => attemptTrial(setting, plan));
  });
}

async function attemptTrial(setting: TrialSetting, plan: RemedyPlan): Promise<Trial> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const trial = await tryRemedy(setting, plan);
    if (trial !== null) return trial;
  }
  throw new ContentTrouble(
    `the error showed once, and then not in ${ATTEMPTS} sandboxes: make the cause certain (provoke, tries).`,
  );
}

function summary({ trials }: CellResult): string {
  return trials
    .map(
      ({ outcome, steps }) =>
        `${outcome} [${steps.map((step) => `${step.id} ${step.exit ?? '·'}`).join(', ')}]`,
    )
    .join('; ');
}
