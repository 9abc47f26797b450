import type { Trial } from '../../entry/schema/results.ts';
import type { SignatureMatch } from '../../entry/signature-pattern.ts';
import { excerptOf } from '../results/excerpt.ts';
import { fullLimits } from '../sandbox/limits.ts';
import { SandboxEnded } from '../sandbox/sandbox.ts';
import { Bench, type TrialSetting } from './bench.ts';
import { joinOutput, reproduce } from './cause.ts';
import { withDeadline } from './deadline.ts';
import { Runner } from './observe.ts';
import { decideOutcome, type Evidence, isFixed, type Round } from './outcome.ts';
import { type Run, serves } from './run.ts';
import type { RemedyPlan } from './scenario.ts';
import { applySteps, type StepsDone } from './steps.ts';

/** What harm may take once the time of a trial is over. */
const HARM_SECONDS = 10;

/** State of a trial under way. */
interface Course {
  evidence: Evidence;
  done: StepsDone;
  /** What was printed last, and the signature in it. */
  output: string;
  match: SignatureMatch | null;
  reproduced: boolean;
}

/**
 * Try a remedy in a fresh sandbox: bring the cause about, see the error, apply the steps, and judge.
 *
 * @returns null where the error did not show this time, so that there was nothing to mend.
 * @throws ContentTrouble where the scenario itself fails.
 */
export async function tryRemedy(setting: TrialSetting, plan: RemedyPlan): Promise<Trial | null> {
  const bench = await Bench.open(setting);
  const course: Course = {
    evidence: { harmHolds: true, timedOut: false, first: null, second: null },
    done: { steps: [], rerun: null, output: '' },
    output: '',
    match: null,
    reproduced: false,
  };
  try {
    const { time } = fullLimits(setting.scenario.limits);
    const inTime = await withDeadline(time, () => runCourse(bench, plan, course));
    if (!course.reproduced) return null;
    course.evidence.timedOut = !inTime;
    if (!inTime) await withDeadline(HARM_SECONDS, () => judgeHarm(bench, plan, course));
  } catch (error) {
    if (!(error instanceof SandboxEnded) || !course.reproduced || bench.sandbox.isClosed) throw error;
    course.output = 'every process of the machine was ended';
    course.evidence.first ??= { well: false, printed: false, shown: false, checkHolds: false };
    course.evidence.second ??= { well: false, printed: false, shown: false, checkHolds: false };
  } finally {
    await bench.close();
  }
  return {
    outcome: decideOutcome(course.evidence),
    steps: course.done.steps,
    excerpt: excerptOf(course.output || course.done.output, course.match),
  };
}

async function runCourse(bench: Bench, plan: RemedyPlan, course: Course): Promise<void> {
  await bench.prepare();
  const runner = new Runner(bench);
  course.reproduced = (await reproduce(bench, runner)).reproduced;
  if (!course.reproduced) return;
  Object.assign(bench.exported, plan.env);
  await applySteps(bench, plan.steps, plan.ready, course.done);
  const run = runAfter(bench, plan, course);
  course.evidence.first = await round(bench, runner, plan, run, course);
  await judgeHarm(bench, plan, course);
  if (!isFixed(course.evidence.first) || !course.evidence.harmHolds) return;
  if (plan.again !== null) await bench.run(plan.again);
  await runner.stop();
  course.evidence.second = await round(bench, runner, plan, run, course);
  await judgeHarm(bench, plan, course);
}

/** The failing program as the reader runs it from now on. */
function runAfter(bench: Bench, plan: RemedyPlan, course: Course): Run {
  const { run } = bench.setting.scenario;
  if (!serves(run)) return course.done.rerun ?? run;
  return { serve: course.done.rerun ?? run.serve, ready: plan.ready ?? run.ready };
}

/** Run and check as often as the scenario asks; the first that is not fixed decides. */
async function round(
  bench: Bench,
  runner: Runner,
  plan: RemedyPlan,
  run: Run,
  course: Course,
): Promise<Round> {
  const { tries } = bench.setting.scenario;
  for (let attempt = 1; ; attempt++) {
    const observation = await runner.observe(run);
    bench.setting.onOutput?.(joinOutput(observation));
    const check = await bench.run(plan.check);
    const result: Round = {
      well: observation.well,
      printed: observation.printed !== null,
      shown: observation.shown !== null,
      checkHolds: check.exit === 0,
    };
    const fixed = isFixed(result);
    course.match = fixed ? null : observation.shown;
    const checked = `${check.stdout}${check.stderr}`;
    course.output =
      course.match === null ? `${joinOutput(observation)}\n${checked}`.trim() : joinOutput(observation);
    if (!fixed || attempt >= tries) return result;
  }
}

async function judgeHarm(bench: Bench, plan: RemedyPlan, course: Course): Promise<void> {
  if (plan.harm === null || !course.evidence.harmHolds) return;
  const { exit, stdout, stderr } = await bench.run(plan.harm);
  if (exit === 0) return;
  course.evidence.harmHolds = false;
  const said = `${stdout}${stderr}`.trim();
  if (said !== '') {
    course.output = said;
    course.match = null;
  }
}
