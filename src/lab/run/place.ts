import { resolveScenario, type Scenario, scenarioDigest } from '../../entry/scenario.ts';
import type { LabEnvironment } from '../../entry/schema/lab.ts';
import type { CauseResult } from '../../entry/schema/results.ts';
import { compileSignatures } from '../../entry/signature-pattern.ts';
import { ContentTrouble } from '../errors.ts';
import type { Provisioned } from '../provision/environment.ts';
import type { LabEntry } from '../read.ts';
import { sameTools } from '../results/same-tools.ts';
import { missingNeed } from '../sandbox/detect.ts';
import { isStopping, SandboxEnded } from '../sandbox/sandbox.ts';
import type { TrialSetting } from '../trial/bench.ts';
import { fillScenario } from '../trial/scenario.ts';
import { causeApplies } from './applies.ts';
import { causeResult } from './cause.ts';
import { runCell } from './cell.ts';
import type { RunOptions } from './options.ts';
import { pieceKey } from './plan.ts';

const SANDBOX_DIED =
  'the sandbox ended before any remedy: the scenario ended all its processes, or took more memory than limits allow.';

/** One cause in one environment under way. */
export interface Place {
  entry: LabEntry;
  options: RunOptions;
  cause: string;
  environment: LabEnvironment;
  provisioned: Provisioned;
  scenario: Scenario;
  setting: TrialSetting;
  /** What the last run left here, if it was made with the same versions. */
  previous: CauseResult | null;
}

/** Gather all that trials of one cause in one environment need. */
export function placeOf(
  entry: LabEntry,
  options: RunOptions,
  cause: string,
  environment: LabEnvironment,
  provisioned: Provisioned,
): Place {
  const scenario = resolveScenario(entry.lab, environment, cause);
  const matcher = compileSignatures(entry.facts.signatures, entry.facts.placeholders);
  const at = { environment: environment.id, cause, locale: scenario.locale };
  const setting: TrialSetting = {
    provisioned,
    bwrap: options.bwrap,
    scenario: fillScenario(scenario),
    matcher,
    onOutput: (output) => options.printed?.(output, at),
  };
  const same = sameTools(entry.previous?.environments[environment.id], provisioned);
  const known = entry.previous?.causes[cause]?.[environment.id];
  const previous = !options.fresh && same && known?.outcome !== 'not-run' ? (known ?? null) : null;
  return { entry, options, cause, environment, provisioned, scenario, setting, previous };
}

/** Run one cause in one environment; null where its scenario is wrong or cannot run here, which is told. */
export async function runPlace(place: Place): Promise<CauseResult | null> {
  const { entry, options, cause, environment } = place;
  const label = `${entry.id} ${environment.id} ${cause}`;
  const dropRest = (): void => options.dropped(pieceKey(environment.id, cause));
  try {
    const missing = missingNeed(place.scenario);
    if (missing !== null) throw new ContentTrouble(`${missing}.`);
    if (!causeApplies(entry.lab.causes[cause] ?? {}, place.provisioned.versions)) {
      dropRest();
      return notApplicable(place);
    }
    const result = await causeResult(place);
    options.progress(
      `${label}: ${result.outcome}${result.tell === null ? '' : `, tell names ${result.tell.names}`}`,
    );
    options.detail(result.excerpt);
    for (const tell of result.tell?.tried ?? [])
      options.detail(
        `tell ${tell.cause} ${tell.holds ? 'holds' : 'does not hold'}, exit ${tell.exit}: ${tell.excerpt}`,
      );
    // What an earlier run saw is looked at too.
    place.setting.onOutput?.(result.excerpt);
    if (result.outcome !== 'reproduced') {
      dropRest();
      return result;
    }
    const cells = await Promise.all(
      Object.keys(entry.facts.remedies).map(async (id) => [id, await runCell(place, id)] as const),
    );
    const remedies: CauseResult['remedies'] = {};
    for (const [id, cell] of cells) if (cell !== null) remedies[id] = cell;
    return { ...result, remedies };
  } catch (error) {
    const died = error instanceof SandboxEnded && !isStopping();
    if (!(error instanceof ContentTrouble || died)) throw error;
    dropRest();
    options.trouble(`${label}: ${died ? SANDBOX_DIED : error.message}`);
    return null;
  }
}

function notApplicable(place: Place): CauseResult {
  return {
    outcome: 'not-applicable',
    digest: scenarioDigest(place.scenario),
    signature: null,
    captures: {},
    exit: null,
    excerpt: '',
    tell: null,
    remedies: {},
  };
}
