import { cellDigest, resolveScenario, type Scenario, scenarioDigest, tellDigest } from '../entry/scenario.ts';
import type { LabEnvironment, RemedyScenario } from '../entry/schema/lab.ts';
import type { Remedy } from '../entry/schema/remedy.ts';
import type { CauseResult, CellResult, LabResults, Trial } from '../entry/schema/results.ts';
import type { Step } from '../entry/schema/step.ts';
import { compileSignatures } from '../entry/signature-pattern.ts';
import { causeApplies, remedyApplies } from './applies.ts';
import { ContentTrouble } from './errors.ts';
import type { Jobs } from './jobs.ts';
import { addTools, type Provisioned } from './provision/environment.ts';
import type { LabEntry } from './read.ts';
import type { Journal } from './results/journal.ts';
import { missingNeed } from './sandbox/detect.ts';
import { isStopping, SandboxEnded } from './sandbox/sandbox.ts';
import type { TrialSetting } from './trial/bench.ts';
import { tryCause } from './trial/cause.ts';
import { tryRemedy } from './trial/remedy.ts';
import { differ, repeatTrials } from './trial/repeat.ts';
import { fillScenario, planRemedy, type RemedyPlan } from './trial/scenario.ts';
import { toolTarget } from './trial/steps.ts';

/** What to run of an entry, and with what. */
export interface RunOptions {
  environments: ReadonlySet<string> | null;
  causes: ReadonlySet<string> | null;
  remedies: ReadonlySet<string> | null;
  /** Whether earlier results with the same digest are left aside. */
  fresh: boolean;
  jobs: Jobs;
  journal: Journal;
  /** Program of the host. */
  bwrap: string;
  /** Provide the tools of an environment. */
  provide(environment: LabEnvironment): Promise<Provisioned>;
  /** Tell what has just been done. */
  progress(line: string): void;
  /** Tell what was seen, for who wants to know all of it. */
  detail(text: string): void;
  /** Tell that something in the content is wrong. */
  trouble(line: string): void;
}

/** How often a cause is brought about before it counts as one that does not show here. */
const ATTEMPTS = 3;

const SANDBOX_DIED =
  'the sandbox ended before any remedy: the scenario ended all its processes, or took more memory than limits allow.';

/** One cause in one environment under way. */
interface Place {
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

/** Run the trials of an entry, environment by environment. */
export async function runEntry(
  entry: LabEntry,
  options: RunOptions,
): Promise<Pick<LabResults, 'environments' | 'causes'>> {
  const environments: LabResults['environments'] = {};
  const causes: LabResults['causes'] = {};
  for (const environment of entry.lab.environments) {
    if (options.environments !== null && !options.environments.has(environment.id)) continue;
    const ids = Object.keys(entry.facts.causes).filter(
      (id) => entry.lab.causes[id] !== undefined && (options.causes === null || options.causes.has(id)),
    );
    if (!options.fresh && isSettled(entry, environment, ids, options.remedies)) {
      options.progress(`${entry.id} ${environment.id}: nothing has changed since the last run`);
      continue;
    }
    const provisioned = await options.provide(environment);
    const { versions, packages } = provisioned;
    environments[environment.id] = { versions, packages };
    await Promise.all(
      ids.map(async (id) => {
        const result = await runPlace(placeOf(entry, options, id, environment, provisioned));
        if (result === null) return;
        causes[id] ??= {};
        causes[id][environment.id] = result;
      }),
    );
  }
  return { environments, causes };
}

function placeOf(
  entry: LabEntry,
  options: RunOptions,
  cause: string,
  environment: LabEnvironment,
  provisioned: Provisioned,
): Place {
  const scenario = resolveScenario(entry.lab, environment, cause);
  const matcher = compileSignatures(entry.facts.signatures, entry.facts.placeholders);
  const setting = { provisioned, bwrap: options.bwrap, scenario: fillScenario(scenario), matcher };
  const sameVersions =
    JSON.stringify(entry.previous?.environments[environment.id]) ===
    JSON.stringify({ versions: provisioned.versions, packages: provisioned.packages });
  const previous =
    (!options.fresh && sameVersions && entry.previous?.causes[cause]?.[environment.id]) || null;
  return { entry, options, cause, environment, provisioned, scenario, setting, previous };
}

/** Tell whether the last run left a result with the same digest for all that is wanted. */
function isSettled(
  { facts, lab, previous }: LabEntry,
  environment: LabEnvironment,
  causes: readonly string[],
  remedies: ReadonlySet<string> | null,
): boolean {
  return causes.every((cause) => {
    const scenario = resolveScenario(lab, environment, cause);
    const result = previous?.causes[cause]?.[environment.id];
    if (result?.digest !== scenarioDigest(scenario)) return false;
    if (result.outcome !== 'reproduced') return true;
    if (result.tell?.digest !== tellDigest(scenario, facts)) return false;
    return Object.entries(facts.remedies).every(
      ([id, remedy]) =>
        isTold(remedy) ||
        (remedies !== null && !remedies.has(id)) ||
        result.remedies[id]?.digest === cellDigest(scenario, facts, lab, id),
    );
  });
}

/** Tell whether a remedy is told in prose alone, so that there is nothing to run. */
function isTold(remedy: Remedy): boolean {
  return remedy.steps.every(({ kind }) => kind === 'manual');
}

/** Run one cause in one environment; null where its scenario is wrong or cannot run here, which is told. */
async function runPlace(place: Place): Promise<CauseResult | null> {
  const { entry, options, cause, environment } = place;
  const label = `${entry.id} ${environment.id} ${cause}`;
  try {
    const missing = missingNeed(place.scenario);
    if (missing !== null) throw new ContentTrouble(`${missing}.`);
    if (!causeApplies(entry.lab.causes[cause] ?? {}, place.provisioned.versions)) return notApplicable(place);
    const result = await causeResult(place);
    options.progress(
      `${label}: ${result.outcome}${result.tell === null ? '' : `, tell names ${result.tell.names}`}`,
    );
    options.detail(result.excerpt);
    for (const tell of result.tell?.tried ?? [])
      options.detail(
        `tell ${tell.cause} ${tell.holds ? 'holds' : 'does not hold'}, exit ${tell.exit}: ${tell.excerpt}`,
      );
    if (result.outcome !== 'reproduced') return result;
    const cells = await Promise.all(
      Object.keys(entry.facts.remedies).map(async (id) => [id, await runCell(place, id)] as const),
    );
    const remedies: CauseResult['remedies'] = {};
    for (const [id, cell] of cells) if (cell !== null) remedies[id] = cell;
    return { ...result, remedies };
  } catch (error) {
    const died = error instanceof SandboxEnded && !isStopping();
    if (!(error instanceof ContentTrouble || died)) throw error;
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

/** Bring the cause about and try the tells, unless the last run did the same. */
async function causeResult(place: Place): Promise<CauseResult> {
  const { entry, options, scenario, previous } = place;
  const digest = scenarioDigest(scenario);
  const tells = tellDigest(scenario, entry.facts);
  const known = previous?.digest === digest && (previous.tell === null || previous.tell.digest === tells);
  if (known && previous !== null) return { ...previous, remedies: {} };
  const key = ['cause', digest, tells, place.provisioned.packages, scenario.harm];
  return options.journal.once(key, async () => {
    const { reproduced, tell, ...seen } = await attemptCause(place);
    return {
      outcome: reproduced ? ('reproduced' as const) : ('not-reproduced' as const),
      digest,
      signature: seen.signature,
      captures: seen.captures,
      exit: seen.exit,
      excerpt: seen.excerpt,
      tell: tell === null ? null : { digest: tells, ...tell },
      remedies: {},
    };
  });
}

async function attemptCause(place: Place): ReturnType<typeof tryCause> {
  for (let attempt = 1; ; attempt++) {
    const seen = await place.options.jobs.run(() => tryCause(place.setting, place.entry.facts.causes));
    if (seen.reproduced || attempt >= ATTEMPTS) return seen;
  }
}

/** Try a remedy under a cause; null where it is told in prose alone or not wanted this time. */
async function runCell(place: Place, id: string): Promise<CellResult | null> {
  const { entry, options, scenario } = place;
  const remedy = entry.facts.remedies[id];
  if (remedy === undefined || isTold(remedy)) return null;
  if (options.remedies !== null && !options.remedies.has(id)) return null;
  const digest = cellDigest(scenario, entry.facts, entry.lab, id);
  const known = place.previous?.remedies[id];
  if (known?.digest === digest) return known;
  const cell = await options.journal.once(['cell', digest, place.provisioned.packages], async () => {
    const trials: Trial[] = remedyApplies(remedy, place.provisioned.versions)
      ? await tryInSandboxes(place, remedy, entry.lab.remedies[id])
      : [{ outcome: 'not-applicable', steps: [], excerpt: '' }];
    return { digest, unsteady: differ(trials), trials };
  });
  options.progress(`${entry.id} ${place.environment.id} ${place.cause} ${id}: ${summary(cell)}`);
  for (const trial of cell.trials) options.detail(trial.excerpt);
  return cell;
}

async function tryInSandboxes(
  place: Place,
  remedy: Remedy,
  own: RemedyScenario | undefined,
): Promise<Trial[]> {
  const plan = planRemedy(place.scenario, remedy, own);
  const provisioned = await addTools(place.provisioned, place.environment, toolsOf(plan.steps));
  const setting = { ...place.setting, provisioned };
  return repeatTrials(() => place.options.jobs.run(() => attemptTrial(setting, plan)));
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

/** List the versions that the `use` steps of a remedy change to, each once. */
function toolsOf(steps: readonly Step[]): { name: string; version: string; target: string }[] {
  const tools = steps.flatMap((step) => (step.kind === 'use' ? Object.entries(step.versions) : []));
  const byTarget = new Map(tools.map(([name, version]) => [toolTarget(name, version), { name, version }]));
  return [...byTarget].map(([target, tool]) => ({ ...tool, target }));
}

function summary({ trials }: CellResult): string {
  return trials
    .map(
      ({ outcome, steps }) =>
        `${outcome} [${steps.map((step) => `${step.id} ${step.exit ?? '·'}`).join(', ')}]`,
    )
    .join('; ');
}
